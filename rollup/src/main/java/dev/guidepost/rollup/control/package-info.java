/**
 * Control charts up and down the tree, common causes first.
 *
 * <p>{@link dev.guidepost.rollup.control.ControlTree} charts the company's own weekly count, and
 * every unit and person below as a share of the unit above: what moves everybody is one finding at
 * the company and none at its people.
 */
@NullMarked
package dev.guidepost.rollup.control;

import org.jspecify.annotations.NullMarked;
