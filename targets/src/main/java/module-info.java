/**
 * The second floor of Guidepost: from goals to plans, with personal rates, funnels, weekly plans
 * and reviews.
 */
module dev.guidepost.targets {
  requires static transitive org.jspecify;
  requires static org.immutables.value.annotations;
  requires transitive dev.guidepost.rollup;
  requires com.google.common;
  requires org.slf4j;

  exports dev.guidepost.targets.coverage;
  exports dev.guidepost.targets.evidence;
  exports dev.guidepost.targets.funnel;
  exports dev.guidepost.targets.outlook;
  exports dev.guidepost.targets.pipeline;
  exports dev.guidepost.targets.plan;
  exports dev.guidepost.targets.planning;
  exports dev.guidepost.targets.rates;
  exports dev.guidepost.targets.reach;
  exports dev.guidepost.targets.review;
}
