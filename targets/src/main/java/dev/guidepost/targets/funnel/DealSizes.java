package dev.guidepost.targets.funnel;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.stat.Credibility;
import dev.guidepost.core.stat.Lattice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a won deal brings: by person, pooled with everybody's deals by Buhlmann-Straub credibility
 * (Buhlmann and Gisler 2005), and for an open deal from its price at list times the discount
 * learned from all won deals.
 *
 * <p>A person's deals are those that the person is credited with, each with the part that is the
 * person's: so many opportunities times this size is what is booked for the person, and a deal that
 * two share is an opportunity of each. Everybody's are the parts of all people. Whole deals give
 * {@link #mean()} and {@link #ifWon}.
 */
public final class DealSizes {

  private static final int BANDS = 4;

  private final Map<PersonId, double[]> own = new HashMap<>();
  private final Map<PersonId, Double> ownShare = new HashMap<>();
  private final double[] all;
  private final double discount;
  private final long priced;

  /** Sizes by product, of everybody and of each person. */
  private final Map<String, List<Double>> byProduct;

  private final Map<PersonId, Map<String, Long>> ownProducts = new HashMap<>();

  /** The same of whole deals, each its owner's. */
  private final Optional<DealSizes> whole;

  private DealSizes(
      double[] all,
      double discount,
      long priced,
      Map<String, List<Double>> byProduct,
      Optional<DealSizes> whole) {
    this.all = all;
    this.discount = discount;
    this.priced = priced;
    this.byProduct = byProduct;
    this.whole = whole;
  }

  /**
   * Fits sizes from won deals that are their owners' alone.
   *
   * @param deals deals as known on the as-of day; those not won, or without an amount, are passed
   *     over
   * @return the sizes
   */
  public static DealSizes fit(List<Deal> deals) {
    return fit(
        deals,
        deal -> deal.amount().map(amount -> Map.of(deal.owner(), amount)).orElse(Map.of()),
        Optional.empty());
  }

  /**
   * Fits sizes from won deals that several may share.
   *
   * @param deals deals as known on the as-of day; those not won, or without an amount, are passed
   *     over
   * @param credited what each who shares in a won deal is credited with; parts of units are in
   *     nobody's sizes, unless no person is credited with anything
   * @return the sizes
   */
  public static DealSizes fit(
      List<Deal> deals, Function<Deal, ? extends Map<? extends PartyId, Quantity>> credited) {
    return fit(deals, credited, Optional.of(fit(deals)));
  }

  private static DealSizes fit(
      List<Deal> deals,
      Function<Deal, ? extends Map<? extends PartyId, Quantity>> credited,
      Optional<DealSizes> whole) {
    Map<PersonId, List<Double>> byPerson = new HashMap<>();
    List<Double> everything = new ArrayList<>();
    List<Double> ofUnits = new ArrayList<>();
    Quantity amounts = Quantity.ZERO;
    Quantity lists = Quantity.ZERO;
    long priced = 0;
    Map<String, List<Double>> byProduct = new TreeMap<>();
    Map<PersonId, Map<String, Long>> ownProducts = new HashMap<>();
    for (Deal deal : deals) {
      if (deal.outcome() == Outcome.WON && deal.amount().isPresent()) {
        credited
            .apply(deal)
            .forEach(
                (party, part) -> {
                  double amount = part.toDouble();
                  if (party instanceof PersonId person) {
                    everything.add(amount);
                    byPerson.computeIfAbsent(person, key -> new ArrayList<>()).add(amount);
                    deal.product()
                        .ifPresent(
                            product -> {
                              byProduct
                                  .computeIfAbsent(product, key -> new ArrayList<>())
                                  .add(amount);
                              ownProducts
                                  .computeIfAbsent(person, key -> new HashMap<>())
                                  .merge(product, 1L, Long::sum);
                            });
                  } else {
                    ofUnits.add(amount);
                  }
                });
        if (deal.listAmount().isPresent() && deal.listAmount().get().signum() > 0) {
          amounts = amounts.plus(deal.amount().get());
          lists = lists.plus(deal.listAmount().get());
          priced++;
        }
      }
    }
    double discount = priced == 0 ? 1 : amounts.toDouble() / lists.toDouble();
    DealSizes sizes =
        new DealSizes(
            array(everything.isEmpty() ? ofUnits : everything), discount, priced, byProduct, whole);
    sizes.ownProducts.putAll(ownProducts);
    byPerson.forEach((person, values) -> sizes.own.put(person, array(values)));
    sizes.learnShares();
    return sizes;
  }

  /**
   * Returns these sizes without anybody's own: everybody's deals are as large as all together.
   *
   * @return the sizes
   */
  public DealSizes everybodys() {
    return new DealSizes(all, discount, priced, byProduct, whole.map(DealSizes::everybodys));
  }

  private void learnShares() {
    List<PersonId> people = own.keySet().stream().sorted().toList();
    List<Credibility.Evidence> evidence = new ArrayList<>();
    for (PersonId person : people) {
      double[] values = own.getOrDefault(person, new double[0]);
      double mean = mean(values);
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      evidence.add(new Credibility.Evidence(values.length, values.length, mean, squares));
    }
    Credibility.fit(evidence)
        .ifPresent(
            fit -> {
              for (int i = 0; i < people.size(); i++) {
                ownShare.put(people.get(i), fit.factors().get(i));
              }
            });
  }

  /** In ascending order, so that sums do not depend on the order of the deals. */
  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }

  /**
   * Tells whether any won deal had an amount.
   *
   * @return false if sizes are unknown
   */
  public boolean known() {
    return all.length > 0;
  }

  /**
   * Returns the amount agreed over the price at list, over all won deals that have both.
   *
   * @return the ratio, 1 if no deal has both
   */
  public double discount() {
    return discount;
  }

  /**
   * Returns how many won deals the discount was learned from.
   *
   * @return the number of deals
   */
  public long priced() {
    return priced;
  }

  /**
   * Returns the mean size of everybody's won deals, each whole.
   *
   * @return the mean; 0 if sizes are unknown
   */
  public double mean() {
    return mean(whole.orElse(this).all);
  }

  /**
   * Returns the mean size of a person's deals: of the parts that the person is credited with.
   *
   * @param person the person
   * @return the mean, partly everybody's; 0 if sizes are unknown
   */
  public double mean(PersonId person) {
    double share = ownShare.getOrDefault(person, 0.0);
    return share * mean(own.getOrDefault(person, all)) + (1 - share) * mean(all);
  }

  /**
   * Returns what the won deals that a person is credited with are made of, by the person's parts.
   *
   * @param person the person
   * @return products and bands of size, partly everybody's; without parts if sizes are unknown
   */
  public SizeMix mix(PersonId person) {
    double share = ownShare.getOrDefault(person, 0.0);
    double[] mine = own.getOrDefault(person, new double[0]);
    List<SizeMix.Part> products = new ArrayList<>();
    Map<String, Long> counts = ownProducts.getOrDefault(person, Map.of());
    double named = byProduct.values().stream().mapToInt(List::size).sum();
    double ownNamed = counts.values().stream().mapToLong(Long::longValue).sum();
    byProduct.forEach(
        (product, sizes) -> {
          double weight = ownNamed == 0 ? 0 : share;
          double part =
              (1 - weight) * sizes.size() / named
                  + (ownNamed == 0 ? 0 : weight * counts.getOrDefault(product, 0L) / ownNamed);
          products.add(new SizeMix.Part(product, part, mean(array(sizes))));
        });
    products.sort(Comparator.comparingDouble(SizeMix.Part::share).reversed());
    return new SizeMix(mine.length, share, products, bands(mine, share));
  }

  /** The quarters of everybody's deals by size; fewer where many deals are of one size. */
  private List<SizeMix.Part> bands(double[] mine, double share) {
    if (all.length == 0) {
      return List.of();
    }
    double[] bounds =
        IntStream.range(1, BANDS)
            .mapToDouble(quarter -> all[all.length * quarter / BANDS])
            .filter(bound -> bound > all[0])
            .distinct()
            .toArray();
    List<SizeMix.Part> bands = new ArrayList<>();
    for (int i = 0; i <= bounds.length; i++) {
      double from = i == 0 ? Double.NEGATIVE_INFINITY : bounds[i - 1];
      double to = i == bounds.length ? Double.POSITIVE_INFINITY : bounds[i];
      double[] within = between(all, from, to);
      double part = (1 - share) * within.length / all.length;
      if (mine.length > 0) {
        part += share * between(mine, from, to).length / mine.length;
      }
      bands.add(new SizeMix.Part(name(from, to), part, mean(within)));
    }
    return bands;
  }

  private static double[] between(double[] values, double from, double to) {
    return Arrays.stream(values).filter(value -> value >= from && value < to).toArray();
  }

  private static String name(double from, double to) {
    if (Double.isInfinite(from)) {
      return Double.isInfinite(to) ? "any size" : String.format(Locale.ROOT, "under %,.0f", to);
    }
    return Double.isInfinite(to)
        ? String.format(Locale.ROOT, "%,.0f and more", from)
        : String.format(Locale.ROOT, "%,.0f to %,.0f", from, to);
  }

  /**
   * Returns what an open deal will bring if it is won: its amount where the source gives one, else
   * its price at list times the learned discount, else the mean size of its owner's whole deals.
   *
   * @param deal the deal
   * @return the amount, rounded half up to hundredths
   */
  public Quantity ifWon(Deal deal) {
    double value =
        deal.amount()
            .map(Quantity::toDouble)
            .orElseGet(
                () ->
                    deal.listAmount()
                        .map(list -> list.toDouble() * discount)
                        .orElseGet(() -> whole.orElse(this).mean(deal.owner())));
    return Quantity.of(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP));
  }

  /** The distribution of a person's deal sizes on a lattice. */
  Lattice lattice(PersonId person, double step, int cells, AmountForecast.Rounding rounding) {
    double share = ownShare.getOrDefault(person, 0.0);
    double[] pmf = new double[cells];
    spread(pmf, step, all, 1 - share, rounding);
    spread(pmf, step, own.getOrDefault(person, all), share, rounding);
    Lattice sizes = Lattice.of(step, pmf);
    int used = cells;
    while (used > 1 && pmf[used - 1] == 0) {
      used--;
    }
    return sizes.tail() > 0 || used == cells ? sizes : Lattice.of(step, Arrays.copyOf(pmf, used));
  }

  private static void spread(
      double[] pmf, double step, double[] values, double weight, AmountForecast.Rounding rounding) {
    if (weight <= 0) {
      return;
    }
    Lattice sizes = rounding.ofSizes(step, values, pmf.length);
    for (int i = 0; i < sizes.cells(); i++) {
      // Weights that add up to 1 may come to a hair more.
      pmf[i] = Math.min(1, pmf[i] + weight * sizes.pmf(i));
    }
  }
}
