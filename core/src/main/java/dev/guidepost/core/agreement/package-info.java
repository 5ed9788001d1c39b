/**
 * What people said and promised each other.
 *
 * <p>An {@link dev.guidepost.core.agreement.Agreement} is the trail of offers and answers about the
 * amount of a target, the metrics to be measured by, or a week's work ({@link
 * dev.guidepost.core.agreement.Terms}); only legal steps extend it. A {@link
 * dev.guidepost.core.agreement.Commitment} is what a person and the manager agreed on for one week;
 * {@link dev.guidepost.core.agreement.Commitments} keep to three a week, hold them fixed, and take
 * the person's own reason where one was missed. {@link dev.guidepost.core.agreement.Overrides} put
 * a number in the place of a computed one, with author and reason.
 */
@NullMarked
package dev.guidepost.core.agreement;

import org.jspecify.annotations.NullMarked;
