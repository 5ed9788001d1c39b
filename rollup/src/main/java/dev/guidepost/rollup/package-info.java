/**
 * The root of the first floor. It holds no types; it sets how the value types of all rooms below it
 * are generated.
 */
@GuidepostStyle
@NullMarked
package dev.guidepost.rollup;

import dev.guidepost.core.style.GuidepostStyle;
import org.jspecify.annotations.NullMarked;
