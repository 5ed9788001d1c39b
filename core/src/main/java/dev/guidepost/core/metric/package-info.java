/**
 * What is measured: definitions of metrics and their catalog.
 *
 * <p>A {@link dev.guidepost.core.metric.Metric} is defined once and means the same for the seller
 * and for the company. How it adds up is part of its type: its {@link
 * dev.guidepost.core.metric.Aggregation}. A {@link dev.guidepost.core.metric.Catalog} holds the
 * metrics and dimensions of one tenant and refuses what makes no sense; {@link
 * dev.guidepost.core.metric.StandardMetrics} is a ready one.
 */
@NullMarked
package dev.guidepost.core.metric;

import org.jspecify.annotations.NullMarked;
