package dev.guidepost.core.people;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.metric.StandardMetrics;
import java.util.List;

/**
 * Roles of selling to start from: by which of the {@link StandardMetrics} each may be measured.
 *
 * <p>They are templates. Weights and ramps are for the people concerned to agree on; change them:
 *
 * <pre>{@code
 * Role ours = Role.builder().from(StandardRoles.field()).ramp(measuredRamp).build();
 * }</pre>
 *
 * <p>Each role weighs what a person can do and what it leads to at least as much as results, and
 * ramps in calendar days. All metrics are in {@link StandardMetrics#fullCatalog(String, int)}.
 */
public final class StandardRoles {

  private StandardRoles() {}

  /**
   * Returns a template of somebody who sells from the desk.
   *
   * @return {@code "inside"}: meetings 40 %, opportunities 30 %, bookings 30 %; from a quarter to
   *     full productivity in 91 days
   */
  public static Role inside() {
    return role("inside", "Inside sales", 91)
        .addMetrics(
            MetricWeight.percent(StandardMetrics.MEETINGS, 40),
            MetricWeight.percent(StandardMetrics.OPPORTUNITIES, 30),
            MetricWeight.percent(StandardMetrics.BOOKINGS, 30))
        .build();
  }

  /**
   * Returns a template of somebody who sells at the customer's.
   *
   * @return {@code "field"}: meetings 25 %, opportunities 25 %, win yield 15 %, bookings 35 %; from
   *     a quarter to full productivity in 182 days
   */
  public static Role field() {
    return role("field", "Field sales", 182)
        .addMetrics(
            MetricWeight.percent(StandardMetrics.MEETINGS, 25),
            MetricWeight.percent(StandardMetrics.OPPORTUNITIES, 25),
            MetricWeight.percent(StandardMetrics.WIN_YIELD, 15),
            MetricWeight.percent(StandardMetrics.BOOKINGS, 35))
        .build();
  }

  /**
   * Returns a template of somebody who looks after customers.
   *
   * @return {@code "account-manager"}: meetings 30 %, satisfaction 20 %, expansion revenue 25 %,
   *     renewal revenue 25 %; from a quarter to full productivity in 182 days
   */
  public static Role accountManager() {
    return role("account-manager", "Account management", 182)
        .addMetrics(
            MetricWeight.percent(StandardMetrics.MEETINGS, 30),
            MetricWeight.percent(StandardMetrics.SATISFACTION, 20),
            MetricWeight.percent(StandardMetrics.EXPANSION_REVENUE, 25),
            MetricWeight.percent(StandardMetrics.RENEWAL_REVENUE, 25))
        .build();
  }

  /**
   * Returns a template of somebody who sells through partners.
   *
   * @return {@code "partner-manager"}: joint calls 30 %, opportunities 35 %, bookings 35 %; from a
   *     quarter to full productivity in 182 days
   */
  public static Role partnerManager() {
    return role("partner-manager", "Partner management", 182)
        .addMetrics(
            MetricWeight.percent(StandardMetrics.JOINT_CALLS, 30),
            MetricWeight.percent(StandardMetrics.OPPORTUNITIES, 35),
            MetricWeight.percent(StandardMetrics.BOOKINGS, 35))
        .build();
  }

  /**
   * Returns all templates.
   *
   * @return the roles, in the order above; unmodifiable
   */
  public static List<Role> all() {
    return ImmutableList.of(inside(), field(), accountManager(), partnerManager());
  }

  private static Role.Builder role(String id, String label, int days) {
    return Role.builder()
        .id(RoleId.of(id))
        .label(label)
        .ramp(Ramp.parse("0.25 at 0, 1 at " + days + " calendar days, linear"));
  }
}
