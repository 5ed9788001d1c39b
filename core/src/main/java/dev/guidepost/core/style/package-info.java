/**
 * What the rooms of all floors share, and callers do not see: how value types are generated ({@link
 * dev.guidepost.core.style.GuidepostStyle}), and how kept texts are read back ({@link
 * dev.guidepost.core.style.Words}).
 */
@NullMarked
package dev.guidepost.core.style;

import org.jspecify.annotations.NullMarked;
