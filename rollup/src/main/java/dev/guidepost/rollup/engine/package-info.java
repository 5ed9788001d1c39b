/** How facts become cells; not a part of the public API. */
@NullMarked
package dev.guidepost.rollup.engine;

import org.jspecify.annotations.NullMarked;
