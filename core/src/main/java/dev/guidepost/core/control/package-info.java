/**
 * Process behaviour charts, rules and signals: few alarms, and right.
 *
 * <p>A {@link dev.guidepost.core.control.ControlChart} learns what is usual from a baseline and
 * looks at the weeks after it. A {@link dev.guidepost.core.control.Signal} says what left its usual
 * range, to its owner first. A {@link dev.guidepost.core.control.Status} has four words, and "not
 * enough data" is one of them: it never turns into "in control".
 */
@NullMarked
package dev.guidepost.core.control;

import org.jspecify.annotations.NullMarked;
