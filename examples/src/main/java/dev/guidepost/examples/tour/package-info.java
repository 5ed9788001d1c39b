/** The tour: what Guidepost does, on a small generated company. */
@NullMarked
package dev.guidepost.examples.tour;

import org.jspecify.annotations.NullMarked;
