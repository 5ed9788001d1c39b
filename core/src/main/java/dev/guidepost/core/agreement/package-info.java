/**
 * What people said and promised each other.
 *
 * <p>An {@link dev.guidepost.core.agreement.Agreement} is the trail of offers and answers about a
 * target with all it asks for, the metrics to be measured by, or a week's work ({@link
 * dev.guidepost.core.agreement.Terms}), between the person whose they are and somebody else; only
 * legal steps extend it. An agreed target becomes a version in the book of targets, an agreed week
 * commitments. A {@link dev.guidepost.core.agreement.Commitment} is what a person and the manager
 * agreed on for one week; {@link dev.guidepost.core.agreement.Commitments} keep to three a week,
 * hold them fixed, and take the person's own reason where one was missed. {@link
 * dev.guidepost.core.agreement.Overrides} put a number in the place of a computed one, with author
 * and reason.
 */
@NullMarked
package dev.guidepost.core.agreement;

import org.jspecify.annotations.NullMarked;
