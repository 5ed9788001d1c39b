package dev.guidepost.examples.company;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.people.Role;
import dev.guidepost.core.people.Roster;
import dev.guidepost.examples.company.Cast.Part;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** The people of a company, and where they stand. */
final class Staff {

  static final UnitId COMPANY = UnitId.of("company");

  private static final int ALWAYS = -1_000_000;
  private static final Role[] ROLES = {
    Roles.INSIDE,
    Roles.FIELD,
    Roles.INSIDE,
    Roles.ACCOUNT_MANAGER,
    Roles.INSIDE,
    Roles.FIELD,
    Roles.INSIDE,
    Roles.PARTNER_MANAGER
  };

  final List<Seller> sellers = new ArrayList<>();
  final List<PersonId> managers = new ArrayList<>();
  private final CompanySpec spec;
  private final Season season;
  private final Cast cast;
  private final Set<String> ids = new HashSet<>();

  Staff(CompanySpec spec, Season season, Cast cast) {
    this.spec = spec;
    this.season = season;
    this.cast = cast;
    for (int team = 0; team < spec.teams(); team++) {
      managers.add(freshId("manager-" + Names.key(Names.manager(team))));
    }
    for (int i = 0; i < spec.sellers(); i++) {
      sellers.add(seller(i));
    }
  }

  UnitId team(int number) {
    return UnitId.of(Names.key(Names.team(number)));
  }

  private UnitId region(int number) {
    return UnitId.of(Names.key(Names.region(number)));
  }

  /** Returns the number of the team in which a seller is on a day. */
  int team(Seller seller, int day) {
    boolean moved = cast.seller(Part.MOVER) == seller.index() && day >= moveDay();
    return moved ? (seller.team() + 1) % spec.teams() : seller.team();
  }

  private int moveDay() {
    return Season.day(spec.asOf().minusMonths(10).withDayOfMonth(1));
  }

  private PersonId freshId(String base) {
    String id = base;
    for (int n = 2; !ids.add(id); n++) {
      id = base + "-" + n;
    }
    return PersonId.of(id);
  }

  private Seller seller(int index) {
    SplittableRandom random = Draws.stream(spec.seed(), Draws.Purpose.PERSON, index, 0);
    Optional<Part> part = cast.part(index);
    boolean falls =
        part.isPresent()
            && (part.get() == Part.CREATION_FALL
                || part.get() == Part.CREATION_FALL_TOO
                || part.get() == Part.CONVERSION_FALL);
    boolean present = part.isPresent() && part.get().present;
    Role role = present ? Roles.INSIDE : ROLES[(index / spec.teams() + index) % ROLES.length];
    Traits traits = Traits.of(role);
    int team = index % spec.teams();
    double teamPace =
        Draws.around(Draws.stream(spec.seed(), Draws.Purpose.PERSON, -1 - team, 0), 0.03);
    double pace = teamPace * Draws.around(random, 0.10);
    double friction = Draws.around(random, 0.10);
    double dealValue = traits.dealValue * Draws.around(random, 0.12);
    double weekly = uniform(random, traits.weekly);
    double convert = uniform(random, traits.conversion);
    double inbound = uniform(random, traits.inbound);
    if (present) {
      // Enough of everything for a change to show within a few weeks.
      weekly = falls ? 6.0 : 4.2;
      inbound = part.get() == Part.CONVERSION_FALL ? 0.1 : inbound;
      convert = 0.45;
    }
    double meetings = weekly / 5 * (1 - inbound) / convert;
    Seller.Habits habits =
        new Seller.Habits(
            traits.slots,
            0.55,
            meetings / (traits.slots * 0.55 * Prospecting.HELD),
            convert,
            weekly / 5 * inbound);
    int hired = hired(part);
    int left =
        part.isPresent() && part.get() == Part.LEAVER
            ? Season.day(spec.asOf().minusMonths(6).withDayOfMonth(1))
            : Integer.MAX_VALUE;
    List<int[]> leave = leave(index, part);
    String name = part.isPresent() && part.get() == Part.NAMESAKE ? namesake(index) : own(index);
    return new Seller(
        index,
        freshId(Names.key(name)),
        name,
        role,
        traits,
        team,
        hired,
        left,
        habits,
        pace,
        friction,
        dealValue,
        leave,
        workdays(hired, left, leave),
        season.origin);
  }

  private static double uniform(SplittableRandom random, Traits.Range range) {
    return Draws.between(random, range.from(), range.to());
  }

  private static String own(int index) {
    return Names.person(index);
  }

  private static String namesake(int index) {
    return own(index == 0 ? 1 : 0);
  }

  private int hired(Optional<Part> part) {
    if (part.isEmpty()) {
      return ALWAYS;
    }
    return switch (part.get()) {
      case JOINER -> season.review - 8 * 7;
      case LATE_JOINER -> season.review - 27 * 7;
      case EARLY_JOINER -> season.review - 45 * 7;
      default -> ALWAYS;
    };
  }

  private List<int[]> leave(int index, Optional<Part> part) {
    SplittableRandom random = Draws.stream(spec.seed(), Draws.Purpose.LEAVE, index, 0);
    List<int[]> spells = new ArrayList<>();
    boolean present = part.isPresent() && part.get().present;
    boolean soon = part.isPresent() && part.get() == Part.LEAVE_SOON;
    int from = Season.monday(season.origin + random.nextInt(100));
    while (from < season.last) {
      int until = from + 7 * (1 + random.nextInt(5) / 3);
      boolean clash =
          (present && from < season.review + 7 && until > season.review - 16 * 7)
              || (soon && from < season.review + 35 && until > season.review - 14);
      if (!clash) {
        spells.add(new int[] {from, until});
      }
      from = Season.monday(until + 70 + random.nextInt(90));
    }
    if (soon) {
      spells.add(new int[] {season.review + 7, season.review + 21});
      spells.sort((a, b) -> Integer.compare(a[0], b[0]));
    }
    return List.copyOf(spells);
  }

  private BitSet workdays(int hired, int left, List<int[]> leave) {
    BitSet days = new BitSet();
    for (int day = Math.max(season.origin, hired); day <= season.last && day < left; day++) {
      days.set(day - season.origin, season.workday(day));
    }
    for (int[] spell : leave) {
      days.clear(Math.max(0, spell[0] - season.origin), spell[1] - season.origin);
    }
    return days;
  }

  /** Returns who stood where, and when; managers stand in the region of their team. */
  Organisation organisation() {
    Organisation.Builder builder = Organisation.builder(COMPANY, "Company");
    for (int region = 0; region < spec.regions(); region++) {
      builder.unit(region(region), Names.region(region), "region", COMPANY);
    }
    LocalDate reorganised = spec.asOf().minusMonths(7).withDayOfMonth(1);
    for (int team = 0; team < spec.teams(); team++) {
      UnitId region = region(team % spec.regions());
      builder.unit(team(team), Names.team(team), "team", region);
      builder.person(managers.get(team), Names.manager(team)).member(managers.get(team), region);
      if (team == spec.teams() - 1 && spec.regions() > 1) {
        UnitId other = region((team + 1) % spec.regions());
        builder.reparent(team(team), other, reorganised);
        builder.member(managers.get(team), other, reorganised);
      }
    }
    for (Seller seller : sellers) {
      builder.person(seller.id(), seller.name());
      join(builder, seller);
    }
    return builder.build();
  }

  private void join(Organisation.Builder builder, Seller seller) {
    UnitId team = team(seller.team());
    LocalDate first = LocalDate.ofEpochDay(Math.max(seller.hired(), season.origin));
    if (seller.left() != Integer.MAX_VALUE) {
      builder.member(seller.id(), team, first, LocalDate.ofEpochDay(seller.left()));
    } else if (seller.hired() > season.origin) {
      builder.member(seller.id(), team, first);
    } else {
      builder.member(seller.id(), team);
    }
    if (cast.seller(Part.MOVER) == seller.index() && spec.teams() > 1) {
      LocalDate moved = LocalDate.ofEpochDay(moveDay());
      builder.member(seller.id(), team(team(seller, season.asOf)), moved);
    }
  }

  /** Returns who is there in which role, managers too, who do not sell. */
  Roster roster(Availability availability) {
    Roster.Builder builder = Roster.builder().availability(availability).role(Roles.MANAGER);
    Roles.ALL.forEach(builder::role);
    for (int team = 0; team < spec.teams(); team++) {
      PersonId manager = managers.get(team);
      builder
          .person(manager, Names.manager(team))
          .employed(manager)
          .inRole(manager, Roles.MANAGER.id());
    }
    for (Seller seller : sellers) {
      builder.person(seller.id(), seller.name()).inRole(seller.id(), seller.role().id());
      LocalDate first = LocalDate.ofEpochDay(Math.max(seller.hired(), season.origin));
      if (seller.left() != Integer.MAX_VALUE) {
        builder.employed(seller.id(), first, LocalDate.ofEpochDay(seller.left()));
      } else if (seller.hired() > season.origin) {
        builder.employed(seller.id(), first);
      } else {
        builder.employed(seller.id());
      }
    }
    return builder.build();
  }
}
