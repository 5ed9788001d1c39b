package dev.guidepost.examples.company;

import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.AccountId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * To whom deals are sold, and what kind of deal that makes them. Account managers have customers
 * from before the records begin, to whom they sell expansions and, in the quarter before the term
 * ends, renewals; all others sell to one customer after the other.
 *
 * <p>Nobody's customers depend on what others did, so that a change in one place leaves the rest as
 * it was.
 */
final class Customers {

  /** How many customers an account manager has. */
  static final int INSTALLED = 120;

  private static final double RENEWALS = 0.5;
  private static final int MONTHS = 12;
  private static final int MONTHS_AHEAD = 3;

  /**
   * To whom a deal is sold.
   *
   * @param customer the number of the customer
   * @param motion whether it is the first or one more
   */
  record Sale(int customer, Motion motion) {}

  private final long seed;
  private final Set<Integer> installed = new HashSet<>();

  Customers(long seed, List<Seller> sellers) {
    this.seed = seed;
    for (Seller seller : sellers) {
      if (seller.role().equals(Roles.ACCOUNT_MANAGER)) {
        for (int slot = 0; slot < INSTALLED; slot++) {
          installed.add(installed(seller, slot));
        }
      }
    }
  }

  private static int customer(Seller seller, int number) {
    return Math.floorMod(seller.index() * 389 + number * 1_009, Names.CUSTOMERS);
  }

  static int installed(Seller seller, int slot) {
    return Math.floorMod(seller.index() * 389 + slot * 1_741, Names.CUSTOMERS);
  }

  /** Returns the id of a customer's account. */
  static AccountId account(int customer) {
    return AccountId.of(Names.numbered("a", customer + 1, 4));
  }

  Sale sale(Seller seller, History.Deal deal) {
    if (!seller.role().equals(Roles.ACCOUNT_MANAGER)) {
      int customer = customer(seller, deal.number());
      return new Sale(customer, installed.contains(customer) ? Motion.EXPANSION : Motion.NEW);
    }
    RandomGenerator random =
        Draws.stream(seed, Draws.Purpose.CUSTOMER, seller.index(), deal.number());
    if (random.nextDouble() >= RENEWALS) {
      return new Sale(installed(seller, random.nextInt(INSTALLED)), Motion.EXPANSION);
    }
    // Terms end in the same month each year: that of the customer's number among the seller's.
    int month = LocalDate.ofEpochDay(deal.path().opened).getMonthValue();
    int ends = (month + random.nextInt(MONTHS_AHEAD)) % MONTHS;
    int slot = ends + MONTHS * random.nextInt(INSTALLED / MONTHS);
    return new Sale(installed(seller, slot), Motion.RENEWAL);
  }

  /** Returns from where a deal came: what nobody went out for came from buyers or partners. */
  static Origin origin(Seller seller, History.Deal deal) {
    if (!deal.inbound()) {
      return Origin.OWN;
    }
    return seller.role().equals(Roles.PARTNER_MANAGER) ? Origin.PARTNER : Origin.INBOUND;
  }

  /** Returns what a deal is called: the second of a customer is told from the first. */
  static String name(History.Deal deal, Sale sale) {
    String customer = Names.customer(sale.customer());
    int round = deal.number() / Names.CUSTOMERS;
    String which = round == 0 ? customer : customer + " " + (round + 1);
    return switch (sale.motion()) {
      case NEW -> which;
      case EXPANSION -> which + " extension";
      case RENEWAL -> which + " renewal";
    };
  }
}
