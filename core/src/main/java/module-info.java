/**
 * The ground floor of Guidepost: the words everything else is said in.
 *
 * <p>People and units, amounts, time, metrics, facts, goals and control, as immutable values that
 * know nothing of how they are stored or shown. Start with {@link dev.guidepost.core.id}:
 *
 * <pre>{@code
 * PartyId ana = PersonId.of("ana");
 * PartyId east = UnitId.of("east");
 * }</pre>
 */
module dev.guidepost.core {
  requires static transitive org.jspecify;
  requires static org.immutables.value.annotations;
  requires com.google.common;
  requires org.apache.commons.numbers.gamma;
  requires org.slf4j;

  exports dev.guidepost.core.agreement;
  exports dev.guidepost.core.clarity;
  exports dev.guidepost.core.closing;
  exports dev.guidepost.core.control;
  exports dev.guidepost.core.credit;
  exports dev.guidepost.core.explain;
  exports dev.guidepost.core.fact;
  exports dev.guidepost.core.feed;
  exports dev.guidepost.core.goal;
  exports dev.guidepost.core.id;
  exports dev.guidepost.core.measure;
  exports dev.guidepost.core.metric;
  exports dev.guidepost.core.people;
  exports dev.guidepost.core.practice;
  exports dev.guidepost.core.quantity;
  exports dev.guidepost.core.record;
  exports dev.guidepost.core.territory;
  exports dev.guidepost.core.time;

  // Shared by the floors above, not for callers.
  exports dev.guidepost.core.stat to
      dev.guidepost.rollup,
      dev.guidepost.targets;
  exports dev.guidepost.core.style to
      dev.guidepost.rollup,
      dev.guidepost.targets;
}
