/**
 * Reads exports of any CRM.
 *
 * <p>An export is a folder of CSV files. A mapping file, which the reader of the export writes
 * once, says which file and column holds what, how dates and numbers are written, and which stage
 * counts as open, won or lost; see {@code src/main/mappings/README.md}. {@link
 * dev.guidepost.examples.crm.CrmExport} reads the folder by it and gives {@link
 * dev.guidepost.examples.source.SalesRecords}.
 *
 * <p>A bad record is left out with its line, column, value and reason, and the rest goes on:
 * records offered are those accepted and those rejected. What makes the whole import meaningless (a
 * missing file or column, another encoding than declared, a mistake in the mapping) stops it with
 * one {@link dev.guidepost.examples.crm.ImportException}.
 */
@NullMarked
package dev.guidepost.examples.crm;

import org.jspecify.annotations.NullMarked;
