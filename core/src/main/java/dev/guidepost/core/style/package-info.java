/** How value types are generated, said once for the three floors; not for callers. */
@NullMarked
package dev.guidepost.core.style;

import org.jspecify.annotations.NullMarked;
