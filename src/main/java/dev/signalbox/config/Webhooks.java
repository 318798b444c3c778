package dev.signalbox.config;

import dev.signalbox.plan.AgentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How webhooks are received.
 *
 * @param host an address of this machine
 * @param port 1 to 65535
 * @param secrets by sender: {@code github}, {@code linear}, {@code sentry}, {@code vercel}, or
 *     {@code hook/NAME}; in the order of the file
 * @param author who writes specifications of what failed in production; empty: nobody does
 * @param designer to whom remarks on designs go; empty: to people
 * @param hasQuickFixes whether small pull requests of Cursor go around phase, slot and gates
 */
public record Webhooks(
    String host,
    int port,
    Map<String, SecretSource> secrets,
    Optional<AgentId> author,
    Optional<AgentId> designer,
    boolean hasQuickFixes) {
  public static final String HOST_DEFAULT = "127.0.0.1";
  public static final int PORT_DEFAULT = 4180;

  /** None is configured. */
  public static final Webhooks NONE =
      new Webhooks(HOST_DEFAULT, PORT_DEFAULT, Map.of(), Optional.empty(), Optional.empty(), false);

  public Webhooks {
    secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
  }
}
