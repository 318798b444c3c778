package dev.signalbox.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which variables may hold a configured secret. */
public final class SecretVariable {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

  /** They say which code a program loads, where it finds what it needs, or what git does. */
  private static final Set<String> STEERING =
      Set.of(
          "BASH_ENV",
          "CDPATH",
          "CLASSPATH",
          "COMSPEC",
          "EDITOR",
          "ENV",
          "HOME",
          "IFS",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "LOGNAME",
          "NODE_OPTIONS",
          "NODE_PATH",
          "NODE_TLS_REJECT_UNAUTHORIZED",
          "PAGER",
          "PATH",
          "PERL5DB",
          "PERL5LIB",
          "PERL5OPT",
          "PROMPT_COMMAND",
          "PS4",
          "PWD",
          "RUBYLIB",
          "RUBYOPT",
          "SHELL",
          "SHELLOPTS",
          "TMPDIR",
          "USER",
          "VISUAL",
          "_JAVA_OPTIONS");

  private static final List<String> STEERING_STARTS =
      List.of("LD_", "DYLD_", "GIT_", "PYTHON", "SIGNALBOX_", "XDG_", "BUN_", "NPM_CONFIG_");

  /** Words in the names of the switches that turn off what agents check themselves. */
  private static final List<String> SWITCH_WORDS =
      List.of(
          "SANDBOX", "PERMISSION", "DANGEROUS", "UNSAFE", "BYPASS", "YOLO", "ALLOW_ALL", "SKIP_");

  private SecretVariable() {}

  /** Why a variable of this name may not; empty if it may. */
  public static Optional<String> refusal(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of("it is no name of a variable");
    }
    String upper = name.toUpperCase(Locale.ROOT);
    if (STEERING.contains(upper) || STEERING_STARTS.stream().anyMatch(upper::startsWith)) {
      return Optional.of("it says which programs and files are used");
    }
    if (SWITCH_WORDS.stream().anyMatch(upper::contains)) {
      return Optional.of("it could switch off what an agent checks itself");
    }
    return Optional.empty();
  }
}
