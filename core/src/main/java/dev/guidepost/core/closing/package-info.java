/**
 * The end of a period's changes.
 *
 * <p>A {@link dev.guidepost.core.closing.Closing} says which period was closed on which day and by
 * whom; {@link dev.guidepost.core.closing.Closings} hold those of a company, and say as of which
 * day rules are to be read for what happened on a day. Targets, agreements, overrides and rules of
 * credit of a closed period stand as they were; facts that come in later count, and are late.
 */
@NullMarked
package dev.guidepost.core.closing;

import org.jspecify.annotations.NullMarked;
