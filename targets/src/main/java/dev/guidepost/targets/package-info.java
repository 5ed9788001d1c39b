/**
 * The root of the second floor. It holds no types; it sets how the value types of all rooms below
 * it are generated.
 */
@GuidepostStyle
@NullMarked
package dev.guidepost.targets;

import dev.guidepost.core.style.GuidepostStyle;
import org.jspecify.annotations.NullMarked;
