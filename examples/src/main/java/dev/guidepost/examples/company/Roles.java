package dev.guidepost.examples.company;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.people.Ramp;
import dev.guidepost.core.people.Role;
import dev.guidepost.core.people.StandardRoles;
import dev.guidepost.core.quantity.Quantity;
import java.util.List;

/**
 * The roles in which people sell: the templates, with the ramp and hours of this company; and that
 * of their managers.
 */
final class Roles {

  /** Sells from the desk: many calls, small deals, short cycles. */
  static final Role INSIDE = of(StandardRoles.inside());

  /** Sells at the customer's: few calls, large deals, long cycles. */
  static final Role FIELD = of(StandardRoles.field());

  /** Sells expansions and renewals to those who are customers. */
  static final Role ACCOUNT_MANAGER = of(StandardRoles.accountManager());

  /** Sells through partners, from whom most of it comes in. */
  static final Role PARTNER_MANAGER = of(StandardRoles.partnerManager());

  /** Manages a team and sells nothing: measured by what the team does. */
  static final Role MANAGER =
      Role.builder()
          .id(RoleId.of("sales-manager"))
          .label("Sales management")
          .hoursPerWeek(Quantity.of(38))
          .build();

  /** Those who sell. */
  static final List<Role> ALL = ImmutableList.of(INSIDE, FIELD, ACCOUNT_MANAGER, PARTNER_MANAGER);

  private Roles() {}

  /** The ramp is that of {@link Seller#ramp}. */
  private static Role of(Role template) {
    return Role.builder()
        .from(template)
        .ramp(Ramp.parse("0.25 at 0, 1 at 182 calendar days, linear"))
        .hoursPerWeek(Quantity.of(38))
        .build();
  }
}
