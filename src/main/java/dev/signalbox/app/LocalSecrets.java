package dev.signalbox.app;

import dev.signalbox.config.AgentSecretSources;
import dev.signalbox.config.SecretSource;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.AgentId;
import dev.signalbox.runner.local.AgentSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The secrets that the person's configuration names, read when they are asked for.
 *
 * @param environment of Signalbox
 */
record LocalSecrets(AgentSecretSources sources, Map<String, String> environment, Path home)
    implements AgentSecrets.Source {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.copyOf(PosixFilePermissions.fromString("rwx------"));

  @Override
  public Set<AgentId> agents() {
    return sources.byAgent().keySet();
  }

  @Override
  public Map<String, String> variables(AgentId agent) {
    Map<String, String> variables = new TreeMap<>();
    sources
        .of(agent)
        .forEach((name, source) ->
            variables.put(name, value("secret " + name + " of " + agent, source)));
    return variables;
  }

  /**
   * The value of a secret.
   *
   * @param which for a person, when it cannot be had
   */
  String value(String which, SecretSource source) {
    return switch (source) {
      case SecretSource.InVariable(String variable) -> inVariable(which, variable);
      case SecretSource.InFile(String path) -> inFile(which, path(path));
    };
  }

  private Path path(String text) {
    return text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text);
  }

  private String inVariable(String which, String variable) {
    String value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      throw failure(
          which + ": expected the variable " + variable + " in the environment, found none",
          "set it where you start signalbox, or name a file in ~/.config/signalbox/config.yaml");
    }
    return value;
  }

  private static String inFile(String which, Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw failure(
            which + ": expected the file " + file + ", found none",
            "write the secret into it, then: " + chmod(file));
      }
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (!OWNERS.containsAll(permissions)) {
        throw failure(
            "%s: expected %s to be for its owner only, found %s"
                .formatted(which, file, PosixFilePermissions.toString(permissions)),
            chmod(file));
      }
      return text(which, file);
    } catch (IOException e) {
      throw failure(
          which + ": expected to read " + file + ", found " + e, "check whose file it is");
    }
  }

  private static String text(String which, Path file) throws IOException {
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(file)) {
      bytes = stream.readNBytes(Limits.SECRET_BYTES_MAX + 1);
    }
    // An editor ends a file with a line feed, which is no part of the secret.
    String text = new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    if (text.isEmpty() || bytes.length > Limits.SECRET_BYTES_MAX || text.indexOf('\0') >= 0) {
      throw failure(
          "%s: expected 1 to %d bytes of text in %s, found %s"
              .formatted(
                  which, Limits.SECRET_BYTES_MAX, file, text.isEmpty() ? "none" : "something else"),
          "write the secret, and nothing else, into it");
    }
    return text;
  }

  private static String chmod(Path file) {
    return "chmod 600 '" + file.toString().replace("'", "'\\''") + "'";
  }

  private static SignalboxException failure(String message, String hint) {
    return new SignalboxException(ErrorCode.SECRET_UNUSABLE, message, List.of(hint));
  }
}
