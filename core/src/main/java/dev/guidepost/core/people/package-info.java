/**
 * What people can give: when they are there.
 *
 * <p>{@link dev.guidepost.core.people.Availability} knows who is away when, so that leave is
 * neither a fall in performance nor capacity to plan with.
 */
@NullMarked
package dev.guidepost.core.people;

import org.jspecify.annotations.NullMarked;
