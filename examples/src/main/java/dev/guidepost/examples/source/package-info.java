/**
 * Where records come from.
 *
 * <p>{@link dev.guidepost.examples.source.SalesRecords} is what any source must give: an
 * organisation, deals, and activities, targets and commitments where there are any. An export of a
 * CRM and the generated company both give it, so that everything after it is the same. What people
 * said to each other, {@link dev.guidepost.examples.source.Arrangements}, is in no export of deals;
 * the generated company has it.
 */
@NullMarked
package dev.guidepost.examples.source;

import org.jspecify.annotations.NullMarked;
