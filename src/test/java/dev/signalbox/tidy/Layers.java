package dev.signalbox.tidy;

import java.util.List;
import java.util.Set;

/**
 * The packages in the order of their dependencies, below {@code dev.signalbox}.
 *
 * <p>A package that is not there yet is no fault; a package that is there and not listed is one.
 */
final class Layers {
  static final String ROOT = "dev.signalbox";

  /** The one package that names adapters and wires them. */
  static final String WIRING = "app";

  /** Readers of one plan format each: one level below their port, like adapters, and yet pure. */
  static final String PLAN_READERS = "plan.*";

  /** The one package below {@code plan} that is an ordinary adapter. */
  private static final String PLAN_INPUT = "plan.file";

  /** Below their port, and no adapters of it: what adapters of several ports call. */
  private static final Set<String> SHARED_BY_ADAPTERS = Set.of("remote.http", "remote.http.github");

  /**
   * Top first. A package may depend on those in later rows only; packages in one row may not see
   * each other. {@code x} also stands for the adapters {@code x.y}, which may depend on {@code x}.
   */
  static final List<Set<String>> TOP_FIRST =
      List.of(
          Set.of(WIRING),
          Set.of("cli", "web", "mcp"),
          Set.of("control"),
          Set.of("dispatch", "log", "metric", "publish", "report"),
          Set.of("view"),
          Set.of("runtime"),
          Set.of("journal"),
          Set.of("engine"),
          Set.of("notify", "webhook"),
          Set.of("feedback"),
          Set.of("approval"),
          Set.of("review"),
          Set.of("check"),
          Set.of("prompt"),
          Set.of("branch", "claim"),
          Set.of("schedule"),
          Set.of("launch"),
          Set.of("config"),
          Set.of("verdict"),
          Set.of("delegation", "pullrequest"),
          Set.of("agent"),
          Set.of("registry", "repository", "runner", "workspace"),
          Set.of("forge", "tracker"),
          Set.of("git", "sandbox", "sqlite"),
          Set.of("remote"),
          Set.of("session"),
          Set.of(PLAN_READERS),
          Set.of("prose", "reading"),
          Set.of("document"),
          Set.of("plan"),
          Set.of("glob"),
          Set.of("redaction"),
          Set.of("limit"),
          Set.of("error"));

  /** Policy: no input or output, clock, randomness, thread or environment. */
  static final Set<String> PURE =
      Set.of(
          "agent",
          "approval",
          "branch",
          "check",
          "claim",
          "config",
          "dispatch",
          "document",
          "engine",
          "error",
          "feedback",
          "feedback.generic",
          "feedback.github",
          "feedback.linear",
          "feedback.sentry",
          "feedback.vercel",
          "glob",
          "launch",
          "limit",
          "plan",
          PLAN_READERS,
          "prompt",
          "prose",
          "publish",
          "reading",
          "redaction",
          "registry",
          "report",
          "review",
          "schedule",
          "session",
          "tracker",
          "verdict",
          "view");

  /** The surfaces, which may print. */
  private static final Set<String> PRINTING = Set.of(WIRING, "cli");

  private Layers() {}

  /** The row of a package, counted from the top; -1 if it is in none. */
  static int rowOf(String packageName) {
    String name = nameOf(packageName);
    String listed = name.equals(PLAN_READERS) ? name : firstWord(name);
    for (int row = 0; row < TOP_FIRST.size(); row++) {
      if (TOP_FIRST.get(row).contains(listed)) {
        return row;
      }
    }
    return -1;
  }

  /** Whether the package is policy. The adapters of a pure port are not. */
  static boolean isPure(String packageName) {
    return PURE.contains(nameOf(packageName));
  }

  static boolean mayPrint(String packageName) {
    return PRINTING.contains(nameOf(packageName));
  }

  /** Whether only the wiring may name the package: it is one level below its port. */
  static boolean isAdapter(String packageName) {
    String name = nameOf(packageName);
    return name.contains(".") && !SHARED_BY_ADAPTERS.contains(name);
  }

  /** Whether policy may not see the package: it does input or output, or starts those that do. */
  static boolean isShell(String packageName) {
    return (isAdapter(packageName) && !isPure(packageName))
        || SHARED_BY_ADAPTERS.contains(nameOf(packageName))
        || Set.of(WIRING, "cli", "web", "mcp", "runtime", "control", "git", "sqlite")
            .contains(nameOf(packageName));
  }

  /** The package's name below the root; {@link #PLAN_READERS} for each reader. */
  private static String nameOf(String packageName) {
    String name = packageName.substring(Math.min(packageName.length(), ROOT.length() + 1));
    return name.startsWith("plan.") && !name.equals(PLAN_INPUT) ? PLAN_READERS : name;
  }

  private static String firstWord(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
