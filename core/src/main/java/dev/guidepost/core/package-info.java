/**
 * The root of the ground floor. It holds no types; it sets how the value types of all rooms below
 * it are generated.
 */
@GuidepostStyle
@NullMarked
package dev.guidepost.core;

import dev.guidepost.core.style.GuidepostStyle;
import org.jspecify.annotations.NullMarked;
