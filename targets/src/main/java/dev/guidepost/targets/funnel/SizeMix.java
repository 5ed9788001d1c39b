package dev.guidepost.targets.funnel;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a person's won deals are made of: by product, and by band of size.
 *
 * <p>A share is partly the person's own and partly everybody's, by the weight that the person's
 * record has in the mean size (Buhlmann-Straub credibility): {@code z own + (1 - z) everybody's}.
 *
 * @param own how many deals of one's own there are
 * @param ownShare the weight z of one's own record, 0 to 1
 * @param products the share of each product, the largest first; unmodifiable
 * @param bands the share of each band, from small to large: the quarters of everybody's deals by
 *     size; unmodifiable
 */
public record SizeMix(long own, double ownShare, List<Part> products, List<Part> bands) {

  /**
   * One product or band.
   *
   * @param name the product, or the bounds of the band
   * @param share its share of won deals, 0 to 1
   * @param mean the mean size of everybody's won deals of it
   */
  public record Part(String name, double share, double mean) {

    /** Returns share, name and mean size on one line, such as {@code "40 % Compass at 9,100"}. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.0f %% %s at %,.0f", share * 100, name, mean);
    }
  }

  /**
   * Creates a mix.
   *
   * @param own how many deals of one's own there are
   * @param ownShare the weight of one's own record
   * @param products the share of each product
   * @param bands the share of each band
   */
  public SizeMix {
    products = ImmutableList.copyOf(products);
    bands = ImmutableList.copyOf(bands);
  }

  /** Returns products and bands on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s; by size %s; %d own, %.0f %% own record",
        text(products),
        text(bands),
        own,
        ownShare * 100);
  }

  private static String text(List<Part> parts) {
    return parts.isEmpty()
        ? "unknown"
        : parts.stream().map(Part::toString).collect(Collectors.joining(", "));
  }
}
