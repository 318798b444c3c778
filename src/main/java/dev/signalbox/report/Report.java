package dev.signalbox.report;

import java.util.List;

/**
 * What a run did, for the person who looks back (mission section 8). The same for every form that
 * it is written in.
 *
 * @param title plain text, as is everything else in it
 * @param summary sentences, the most important first
 * @param chronicle for the timeline
 */
public record Report(
    String title, List<String> summary, Chronicle chronicle, List<Section> sections) {
  public Report {
    summary = List.copyOf(summary);
    sections = List.copyOf(sections);
  }
}
