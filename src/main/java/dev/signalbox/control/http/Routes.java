package dev.signalbox.control.http;

import dev.signalbox.control.Command;
import dev.signalbox.control.CommandJson;
import dev.signalbox.control.Control;
import dev.signalbox.control.RunJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What there is to ask and to tell, without any of HTTP's mechanics. */
final class Routes {
  private final Control control;
  private final Map<String, Function<String, Reply>> gets = new HashMap<>();
  private final Map<String, Function<String, Reply>> posts = new HashMap<>();

  Routes(Control control) {
    this.control = control;
    gets.put("/v1/status", this::status);
    for (String word : Command.WORDS) {
      posts.put("/v1/" + word, body -> Reply.answer(CommandJson.read(word, body).to(control)));
    }
  }

  boolean isKnown(String path) {
    return gets.containsKey(path) || posts.containsKey(path);
  }

  boolean takes(String method, String path) {
    return switch (method) {
      case "GET" -> gets.containsKey(path);
      case "POST" -> posts.containsKey(path);
      default -> false;
    };
  }

  /**
   * Answers one request to a path that takes it.
   *
   * @param text the query of a GET, the body of a POST
   */
  Reply answer(String method, String path, String text) {
    Map<String, Function<String, Reply>> all = method.equals("GET") ? gets : posts;
    try {
      return all.getOrDefault(path, _ -> Reply.error(Reply.NOT_FOUND, "no such path")).apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      return Reply.error(Reply.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  /** {@code since=VERSION&wait=MILLISECONDS}, or nothing: at once. */
  private Reply status(String query) {
    Map<String, Long> numbers = new HashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int sign = pair.indexOf('=');
      if (sign < 0) {
        throw new IllegalArgumentException("expected name=number, found " + pair);
      }
      numbers.put(pair.substring(0, sign), Long.parseLong(pair.substring(sign + 1)));
    }
    Long since = numbers.get("since");
    Duration wait = Duration.ofMillis(numbers.getOrDefault("wait", 0L));
    return new Reply(
        Reply.OK, RunJson.status(since == null ? control.look() : control.await(since, wait)));
  }
}
