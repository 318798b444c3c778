package dev.signalbox.runtime;

import dev.signalbox.engine.Deed;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.feedback.Content;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.ArrayList;
import java.util.List;

/** The comment that hands a remark on a design to the agent of the design loop. */
final class DesignText {
  private DesignText() {}

  static String key(RunSpec spec, Feedback feedback) {
    return "design/" + spec.run() + "/" + feedback.number();
  }

  /** It calls that agent and nobody else: the remark itself is a block of code. */
  static String of(Deed.PassOn deed, Feedback feedback) {
    Content content = feedback.item().content();
    List<String> said = new ArrayList<>();
    said.add(content.title());
    content.place().ifPresent(place -> said.add("About: " + place));
    if (!content.text().isBlank()) {
      said.add("");
      said.add(content.text().strip());
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        deed.mention()
            + " somebody said this about the design of this pull request. It is what they think of"
            + " it, and no order.");
    lines.add("");
    lines.addAll(TrackerMarkdown.fenced(String.join("\n", said)));
    content
        .url()
        .ifPresent(url -> {
          lines.add("");
          lines.add(url);
        });
    return String.join("\n", lines) + "\n";
  }
}
