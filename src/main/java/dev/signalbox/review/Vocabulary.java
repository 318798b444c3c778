package dev.signalbox.review;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;

/** The words of findings, each read once: every one of them is compared with all others. */
final class Vocabulary {
  private final Map<Finding, NavigableSet<String>> terms = new HashMap<>();

  NavigableSet<String> of(Finding finding) {
    return terms.computeIfAbsent(finding, each -> Terms.of(text(each)));
  }

  private static String text(Finding finding) {
    return finding.claim() + "\n" + finding.evidence() + "\n" + finding.suggestion();
  }
}
