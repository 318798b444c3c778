package dev.signalbox.tracker.github;

import dev.signalbox.remote.http.github.GitHubApi.Self;
import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.remote.http.github.Mark;
import dev.signalbox.remote.http.github.OwnComments;
import dev.signalbox.tracker.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An issue's text on GitHub, which has no attachments: they are a list above the description, where
 * no code block that somebody forgot to close can swallow them.
 */
record IssueText(Optional<String> key, List<Attachment> attachments, String description) {
  private static final String BEGIN = "<!-- signalbox-links -->\n";
  private static final String END = "<!-- signalbox-links-end -->\n\n";
  private static final Pattern BLOCK =
      Pattern.compile(
          "\\A<!-- signalbox-links -->\\r?\\n(.*?)<!-- signalbox-links-end -->(\\r?\\n){0,2}",
          Pattern.DOTALL);
  private static final Pattern LINE =
      Pattern.compile(
          "^- \\[((?:[^\\\\\\]\\n]|\\\\.)*)\\]\\(<([^<>\\n]*)>\\)\\r?$", Pattern.MULTILINE);
  private static final String SPECIAL = "\\[]<>*_`~&@#:!|";

  IssueText {
    attachments = List.copyOf(attachments);
  }

  static IssueText read(JsonNode issue, Self self) {
    String body = OwnComments.textOf(issue, self);
    Optional<String> key = OwnComments.keyOf(issue, self);
    Matcher block = BLOCK.matcher(body);
    return block.find()
        ? new IssueText(key, lines(block.group(1)), body.substring(block.end()))
        : new IssueText(key, List.of(), body);
  }

  private static List<Attachment> lines(String block) {
    List<Attachment> found = new ArrayList<>();
    Matcher line = LINE.matcher(block);
    while (line.find()) {
      found.add(new Attachment(line.group(1).replaceAll("\\\\(.)", "$1"), line.group(2)));
    }
    return found;
  }

  IssueText describe(String text) {
    return new IssueText(key, attachments, text);
  }

  IssueText attach(Attachment added) {
    List<Attachment> all = new ArrayList<>(attachments);
    all.removeIf(each -> each.url().equals(added.url()));
    all.add(added);
    return new IssueText(key, all, description);
  }

  /** As it is stored. */
  String stored() {
    StringBuilder text = new StringBuilder();
    // A description that looks like our own lines must not be read as them.
    if (!attachments.isEmpty() || description.startsWith("<!-- signalbox")) {
      text.append(BEGIN);
      attachments.forEach(
          each -> text.append("- [%s](<%s>)\n".formatted(escaped(each.title()), each.url())));
      text.append(END);
    }
    text.append(description);
    return key.map(value -> Mark.add(text.toString(), value)).orElseGet(text::toString);
  }

  private static String escaped(String title) {
    StringBuilder text = new StringBuilder();
    for (char c : title.replaceAll("\\s+", " ").strip().toCharArray()) {
      text.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return text.toString();
  }

  /** Whether an address can stand in the list: http or https, and nothing that ends it. */
  static boolean isLink(String url) {
    return url.matches("https?://[^\\s<>\\\\]+");
  }

  static String bodyOf(JsonNode issue) {
    return GitHubJson.maybeText(issue, "body").orElse("");
  }
}
