/**
 * What people can give: when they are there.
 *
 * <p>{@link dev.guidepost.core.people.Availability} knows where people work, which days are worked
 * there and who is away when, so that a holiday or a leave is neither a fall in performance nor
 * capacity to plan with. It says so as an {@link dev.guidepost.core.time.Exposure}, onto which
 * other factors are multiplied.
 */
@NullMarked
package dev.guidepost.core.people;

import org.jspecify.annotations.NullMarked;
