package dev.signalbox.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which variables hold secrets, by their names. */
public final class SecretNames {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(api_?key|access_?key|private_?key|client_?key|_key$|token|secret|passw|passphrase"
              + "|credential|auth|_pat$|custom_headers).*");

  /** These name a file, a program, a count or an address; so do names with such an end. */
  private static final Set<String> HARMLESS =
      Set.of(
          "CLAUDE_CODE_CLIENT_KEY",
          "GOOGLE_APPLICATION_CREDENTIALS",
          "SSH_AUTH_SOCK",
          "XAUTHORITY");

  private static final Pattern HARMLESS_END =
      Pattern.compile("(?i).*(_file|_path|_dir|_sock|_helper|_askpass|_url|_tokens|_id|_ms|_name)");

  private static final Pattern COUNT = Pattern.compile("[0-9.,-]*|(?i)true|false");

  private SecretNames() {}

  /** Whether a variable of that name usually holds a secret. */
  public static boolean isSecret(String name) {
    return SECRET.matcher(name).matches()
        && !HARMLESS.contains(name)
        && !HARMLESS_END.matcher(name).matches();
  }

  /**
   * The secret values of an environment, in the order of the names. A value of several lines, such
   * as headers, also counts line by line, and a header without its name.
   */
  public static List<String> valuesIn(Map<String, String> environment) {
    List<String> values = new ArrayList<>();
    environment.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(entry -> isSecret(entry.getKey()))
        .filter(entry -> !COUNT.matcher(entry.getValue()).matches())
        .forEach(entry -> addTo(values, entry.getKey(), entry.getValue()));
    return values;
  }

  private static void addTo(List<String> values, String name, String value) {
    values.add(value);
    if (name.endsWith("HEADERS")) {
      for (String line : value.split("\n", -1)) {
        values.add(line.substring(line.indexOf(':') + 1).strip());
      }
    }
  }
}
