package dev.signalbox.runner;

import dev.signalbox.session.AttemptKey;
import java.util.Map;
import java.util.Optional;

/** Where the agent of an attempt reaches its session's own tools, by MCP over HTTP (ADR 0030). */
public interface SessionTools {
  /** Nowhere: the agent says everything in words. */
  SessionTools NONE = _ -> Optional.empty();

  /** The name under which agents know the tools. */
  String SERVER = "signalbox";

  /** Where they are; for programs that the agent starts, and for configurations that name it. */
  String URL_VARIABLE = "SIGNALBOX_TOOLS_URL";

  /** The token: it stands in no command line, which everybody on the machine can read. */
  String TOKEN_VARIABLE = "SIGNALBOX_TOOLS_TOKEN";

  /** Where they are for that attempt; empty where they are not served. */
  Optional<Access> of(AttemptKey attempt);

  /**
   * The way to them.
   *
   * @param url on the loopback interface
   * @param token that opens this attempt's session and nothing else
   */
  record Access(String url, String token) {

    /** What the agent's environment tells. */
    public Map<String, String> variables() {
      return Map.of(URL_VARIABLE, url, TOKEN_VARIABLE, token);
    }

    /** Never the token: what is printed ends in logs. */
    @Override
    public String toString() {
      return "the tools at " + url;
    }
  }
}
