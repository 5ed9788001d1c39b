/**
 * The first floor of Guidepost: facts rolled up an effective-dated organisation, exactly, and told
 * against their targets.
 */
module dev.guidepost.rollup {
  requires static transitive org.jspecify;
  requires static org.immutables.value.annotations;
  requires transitive dev.guidepost.core;
  requires com.google.common;
  requires org.slf4j;

  exports dev.guidepost.rollup.attainment;
  exports dev.guidepost.rollup.change;
  exports dev.guidepost.rollup.control;
  exports dev.guidepost.rollup.cube;
  exports dev.guidepost.rollup.org;
  exports dev.guidepost.rollup.variance;
}
