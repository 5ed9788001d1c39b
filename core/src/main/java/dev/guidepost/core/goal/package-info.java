/**
 * What is to be reached and what was promised.
 *
 * <p>A {@link dev.guidepost.core.goal.Target} is an amount of a metric that an owner is to reach in
 * a period, with its basis. A {@link dev.guidepost.core.goal.Commitment} is what a person and the
 * manager agreed on for one week; it stays as it is until the week ends.
 */
@NullMarked
package dev.guidepost.core.goal;

import org.jspecify.annotations.NullMarked;
