/**
 * How selling is done: the way deals should go, and what people are good at.
 *
 * <p>A {@link dev.guidepost.core.practice.SalesProcess} has {@linkplain
 * dev.guidepost.core.practice.ProcessVersion versions} from a day on, each with {@linkplain
 * dev.guidepost.core.practice.Stage stages} that a deal leaves once the buyer did something that
 * can be confirmed. {@link dev.guidepost.core.practice.Conformance} reports where deals went other
 * ways.
 *
 * <p>{@link dev.guidepost.core.practice.SkillRatings} are shown with their {@linkplain
 * dev.guidepost.core.practice.SkillTrend trend}, and change no number.
 */
@NullMarked
package dev.guidepost.core.practice;

import org.jspecify.annotations.NullMarked;
