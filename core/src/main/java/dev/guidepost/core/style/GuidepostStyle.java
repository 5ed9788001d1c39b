package dev.guidepost.core.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * Sets how the builders and {@code with} methods of value types are generated in a package and all
 * packages below it.
 *
 * <p>Generated types stay inside their package, carry no annotations a caller's compiler would have
 * to find, and are told apart from what is written by hand: a caller sees the value type and its
 * nested {@code Builder} only.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
    overshadowImplementation = true,
    allowedClasspathAnnotations = {Override.class})
public @interface GuidepostStyle {}
