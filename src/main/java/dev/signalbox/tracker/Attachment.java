package dev.signalbox.tracker;

/**
 * A link on an issue.
 *
 * @param url absolute, http or https; the same address is the same attachment
 */
public record Attachment(String title, String url) {}
