/**
 * Microsoft's sample AdventureWorks, which is not part of this project: {@link
 * dev.guidepost.examples.adventureworks.AdventureWorks} reads it where you have it, and a chapter
 * of the guide shows what comes of it.
 */
@NullMarked
package dev.guidepost.examples.adventureworks;

import org.jspecify.annotations.NullMarked;
