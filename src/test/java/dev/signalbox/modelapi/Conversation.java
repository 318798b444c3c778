package dev.signalbox.modelapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a client sends: everything said so far. */
public final class Conversation {
  private static final Pattern SCRIPT = Pattern.compile("PLAY:([a-z-]+)");
  private static final Pattern PLAN_FILE = Pattern.compile("/\\S+/plans/\\S+?\\.md");

  private final JsonNode body;
  private final List<JsonNode> messages = new ArrayList<>();
  private final String model;
  private final boolean isStreamed;

  Conversation(JsonNode body) {
    this(
        body,
        body.path("messages"),
        body.path("model").asString("unknown"),
        body.path("stream").asBoolean(false));
  }

  /**
   * A conversation in another form than that of the Messages API.
   *
   * @param messages of a {@code role}, {@code assistant} for the model, and {@code content}
   */
  Conversation(JsonNode body, JsonNode messages, String model, boolean isStreamed) {
    this.body = body;
    messages.forEach(this.messages::add);
    this.model = model;
    this.isStreamed = isStreamed;
  }

  /** The script that the newest message with {@code PLAY:name} asks for; empty for none. */
  public String script() {
    int at = lastPlay();
    if (at < 0) {
      return "";
    }
    String name = "";
    Matcher play = SCRIPT.matcher(text(messages.get(at).path("content")));
    while (play.find()) {
      name = play.group(1);
    }
    return name;
  }

  /** How often the model has spoken since then: the script's step, from 0. */
  public int step() {
    return (int)
        messages.stream().skip(lastPlay() + 1L).filter(m -> role(m).equals("assistant")).count();
  }

  /** Whether it is the agent's own loop, and no call on the side, for a title or the like. */
  public boolean hasTools() {
    return !body.path("tools").isEmpty();
  }

  public boolean isStreamed() {
    return isStreamed;
  }

  public String model() {
    return model;
  }

  /** Whether these words are anywhere in it: also in tool results. */
  public boolean mentions(String words) {
    return body.toString().contains(words);
  }

  /** How often these words are in what the model itself said. */
  public int timesSaid(String words) {
    return (int)
        messages.stream()
            .filter(message -> role(message).equals("assistant"))
            .filter(message -> text(message.path("content")).contains(words))
            .count();
  }

  /** Whether the agent offers the model a tool of that name. */
  public boolean offers(String tool) {
    return body.path("tools").toString().contains("\"name\":\"" + tool + "\"");
  }

  /** The group of tools that holds one of that name, where the agent tells them in groups. */
  Optional<String> groupOf(String tool) {
    for (JsonNode each : body.path("tools")) {
      for (JsonNode inside : each.path("tools")) {
        if (inside.path("name").asString("").equals(tool)) {
          return Optional.of(each.path("name").asString(""));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The tool of another program whose name ends so, as the agent calls it. Some agents only mention
   * those, and let the model call them all the same.
   */
  public Optional<String> toolNamed(String end) {
    // A line feed before it is a backslash and an n; without the program's prefix it is mere words.
    return Pattern.compile("(?<!\\\\)[A-Za-z0-9_-]*" + end)
        .matcher(body.toString())
        .results()
        .map(MatchResult::group)
        .max(Comparator.comparingInt(String::length));
  }

  /** The file into which the agent tells the model to write its plan. */
  public String planFile() {
    StringBuilder all = new StringBuilder();
    messages.forEach(message -> all.append(text(message.path("content"))).append('\n'));
    Matcher file = PLAN_FILE.matcher(all);
    return file.find() ? file.group() : "plan.md";
  }

  private int lastPlay() {
    for (int i = messages.size() - 1; i >= 0; i--) {
      boolean isSaid = role(messages.get(i)).equals("user");
      if (isSaid && SCRIPT.matcher(text(messages.get(i).path("content"))).find()) {
        return i;
      }
    }
    return -1;
  }

  private static String role(JsonNode message) {
    return message.path("role").asString("");
  }

  /** All text blocks below a node; not the results of tools. */
  private static String text(JsonNode node) {
    if (node.isString()) {
      return node.asString();
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : node) {
      text.append(text(part.path("text"))).append('\n');
    }
    return text.toString();
  }
}
