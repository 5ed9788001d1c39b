/**
 * What is measured: definitions of metrics and their catalog.
 *
 * <p>A {@link dev.guidepost.core.metric.Metric} is defined once and means the same for the seller
 * and for the company. How it adds up is part of its type: its {@link
 * dev.guidepost.core.metric.Aggregation}, for some of them with a {@link
 * dev.guidepost.core.metric.Formula} over other metrics. It says what {@link
 * dev.guidepost.core.metric.Kept} of the facts, so that measurements merge.
 *
 * <p>A {@link dev.guidepost.core.metric.Catalog} holds the metrics and dimensions of one tenant and
 * refuses what makes no sense when it is defined, not when it is read; {@link
 * dev.guidepost.core.metric.StandardMetrics} is a ready one. What a metric comes to is measured in
 * {@code dev.guidepost.core.measure}.
 */
@NullMarked
package dev.guidepost.core.metric;

import org.jspecify.annotations.NullMarked;
