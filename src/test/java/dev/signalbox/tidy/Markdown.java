package dev.signalbox.tidy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the checks need of one Markdown document; fenced code is left out.
 *
 * @param headings the texts of the headings, without the {@code #}
 * @param sections the lines below each heading, up to the next one of any level; the lines of equal
 *     headings run on
 * @param links the targets of the inline links, in order
 */
record Markdown(Set<String> headings, Map<String, List<String>> sections, List<String> links) {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");

  static Markdown parse(String text) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> links = new ArrayList<>();
    String heading = "";
    boolean fenced = false;
    for (String line : text.lines().toList()) {
      if (line.strip().startsWith("```")) {
        fenced = !fenced;
      } else if (!fenced && line.startsWith("#")) {
        heading = line.replaceFirst("^#+ *", "");
        sections.putIfAbsent(heading, new ArrayList<>());
      } else if (!fenced) {
        sections.computeIfAbsent(heading, _ -> new ArrayList<>()).add(line);
      }
      if (!fenced) {
        Matcher link = LINK.matcher(line);
        while (link.find()) {
          links.add(link.group(1));
        }
      }
    }
    Set<String> headings = new LinkedHashSet<>(sections.keySet());
    headings.remove("");
    return new Markdown(headings, sections, links);
  }

  /** The lines below a heading, joined; empty if there is no such heading. */
  String section(String heading) {
    return String.join("\n", sections.getOrDefault(heading, List.of()));
  }

  /** Whether a heading has this address, by GitHub's rule. */
  boolean hasAnchor(String anchor) {
    return headings.stream().anyMatch(heading -> anchorOf(heading).equals(anchor));
  }

  private static String anchorOf(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
