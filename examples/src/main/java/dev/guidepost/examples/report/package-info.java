/** What is written out for people and their spreadsheets. */
@NullMarked
package dev.guidepost.examples.report;

import org.jspecify.annotations.NullMarked;
