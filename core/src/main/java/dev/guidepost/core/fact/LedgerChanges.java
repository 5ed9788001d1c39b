package dev.guidepost.core.fact;

import java.util.function.Consumer;

/**
 * Which facts came and which went between two states of a ledger, as {@link
 * Ledger#changesSince(Ledger)} tells; in time in proportion to them, not to the ledger.
 *
 * <p>A fact that was corrected went, and what it was corrected to came. One that was recorded and
 * superseded in between did neither.
 */
public final class LedgerChanges {

  private final Ledger earlier;
  private final Ledger later;

  LedgerChanges(Ledger earlier, Ledger later) {
    this.earlier = earlier;
    this.later = later;
  }

  /**
   * Returns how many facts may have come or gone: those of all batches in between, whether the view
   * includes them or not.
   *
   * @return the number of facts, 0 if nothing was recorded
   */
  public long size() {
    long size = (long) later.limit() - earlier.limit();
    for (int i = earlier.goneEnd(); i < later.goneEnd(); i += 2) {
      size += later.gone(i + 1) - later.gone(i);
    }
    return size;
  }

  /**
   * Hands over the facts that the later state includes and the earlier one did not.
   *
   * @param taker takes some facts at a time, at least one, in the order of their positions; the
   *     block is filled again afterwards
   */
  public void added(Consumer<FactBlock> taker) {
    FactBlock block = new FactBlock();
    for (int at = earlier.limit(); at < later.limit(); ) {
      at = later.read(at, later.limit(), block);
      handOver(block, taker);
    }
  }

  /**
   * Hands over the facts that the earlier state included and the later one does not, as they were.
   *
   * @param taker takes some facts at a time, at least one, in the order in which they went; the
   *     block is filled again afterwards
   */
  public void removed(Consumer<FactBlock> taker) {
    FactBlock block = new FactBlock();
    block.size = 0;
    for (int i = earlier.goneEnd(); i < later.goneEnd(); i += 2) {
      if (later.gone(i) >= earlier.limit()) {
        continue; // came and went in between
      }
      for (int position = later.gone(i); position < later.gone(i + 1); position++) {
        earlier.copy(position, block);
        if (block.size == FactBlock.CAPACITY) {
          handOver(block, taker);
          block.size = 0;
        }
      }
    }
    handOver(block, taker);
  }

  private static void handOver(FactBlock block, Consumer<FactBlock> taker) {
    if (block.size > 0) {
      taker.accept(block);
    }
  }

  /** Returns how many facts may have come or gone, on one line. */
  @Override
  public String toString() {
    return "at most " + size() + " facts that came or went";
  }
}
