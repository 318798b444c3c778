package dev.signalbox.report;

/**
 * A part of a report.
 *
 * @param remark one sentence below the title, or what there is instead of a table; plain text
 * @param table may be empty
 */
public record Section(String title, String remark, Table table) {}
