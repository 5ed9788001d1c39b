/** How long things take, on demand: figures to read beside their goals, never tests. */
@NullMarked
package dev.guidepost.examples.bench;

import org.jspecify.annotations.NullMarked;
