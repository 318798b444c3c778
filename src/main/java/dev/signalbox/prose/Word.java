package dev.signalbox.prose;

/**
 * A word of a sentence that may be a path.
 *
 * @param text without the separators around it
 * @param index where it stands in its line, from 0
 * @param isCall whether an opening parenthesis follows at once, as in {@code open(path)}
 */
record Word(String text, int index, boolean isCall) {}
