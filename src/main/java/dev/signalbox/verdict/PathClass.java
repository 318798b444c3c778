package dev.signalbox.verdict;

import dev.signalbox.glob.GlobSet;

/**
 * A named set of paths, such as {@code db-schema}.
 *
 * @param globs a path belongs to the class when any of them matches it
 */
public record PathClass(String name, GlobSet globs) {}
