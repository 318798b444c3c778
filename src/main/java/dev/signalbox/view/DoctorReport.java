package dev.signalbox.view;

import dev.signalbox.agent.AgentProgram;
import dev.signalbox.agent.SignIn;
import dev.signalbox.limit.Limits;
import dev.signalbox.view.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code doctor} says of a machine.
 *
 * @param findings in the order of the text
 * @param canDispatch whether a plan could be dispatched: git, a way to detach, a state folder, a
 *     valid configuration and an agent that is ready, and a tracker and forge that can be used
 *     where runs need them
 */
public record DoctorReport(List<Finding> findings, boolean canDispatch) {
  private static final Pattern GIT = Pattern.compile("([0-9]+)[.]([0-9]+)[0-9.]*");

  /** From this one on {@code git merge-tree} merges without a work tree. */
  private static final int GIT_MAJOR = 2;

  private static final int GIT_MINOR = 38;
  private static final long MIB = 1L << 20;
  private static final String NO_DISPATCH = "Nothing can be dispatched.";

  public DoctorReport {
    findings = List.copyOf(findings);
  }

  /** The report on those facts. */
  public static DoctorReport of(DoctorFacts facts) {
    DoctorFacts.Machine machine = facts.machine();
    List<Finding> needed =
        List.of(
            git(facts),
            Finding.ok("java", machine.java()),
            detacher(facts),
            state(facts.state()),
            configuration(facts.configurationError()));
    List<Finding> services = facts.services().stream().map(ServiceLook::finding).toList();
    List<Finding> all = new ArrayList<>(needed);
    all.add(3, walls(facts));
    all.add(4, user(machine));
    all.add(5, processes(machine));
    all.addAll(services);
    facts.agents().forEach(agent -> all.add(agent(agent)));
    all.add(npm(facts));
    boolean isReady = facts.agents().stream().anyMatch(DoctorFacts.AgentLook::isReady);
    boolean hasAll =
        Stream.concat(needed.stream(), services.stream())
            .noneMatch(it -> it.level() == Level.MISSING);
    return new DoctorReport(all, hasAll && isReady);
  }

  private static Finding git(DoctorFacts facts) {
    String install = install(facts, "git");
    Optional<String> told = facts.tools().git();
    if (told.isEmpty()) {
      return new Finding("git", Level.MISSING, "no git on the PATH", NO_DISPATCH, install);
    }
    Matcher version = GIT.matcher(told.get());
    if (!version.find()) {
      return new Finding("git", Level.WARNING, told.get(), "Its version is not known.", install);
    }
    int major = small(version.group(1));
    boolean isNew =
        major > GIT_MAJOR || (major == GIT_MAJOR && small(version.group(2)) >= GIT_MINOR);
    return isNew
        ? Finding.ok("git", version.group())
        : new Finding(
            "git",
            Level.MISSING,
            version.group() + ", expected 2.38 or later",
            "It cannot try a merge without touching files. " + NO_DISPATCH,
            install);
  }

  private static int small(String digits) {
    return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private static String install(DoctorFacts facts, String debian) {
    return facts.machine().isMac() ? "brew install " + debian : "sudo apt-get install " + debian;
  }

  private static Finding detacher(DoctorFacts facts) {
    return facts
        .tools()
        .detacher()
        .map(path -> Finding.ok("detaching", path))
        .orElseGet(() ->
            new Finding(
                "detaching",
                Level.MISSING,
                "neither setsid nor perl on the PATH",
                "Agents could not outlive this program. " + NO_DISPATCH,
                facts.machine().isMac() ? "brew install perl" : "sudo apt-get install util-linux"));
  }

  private static Finding walls(DoctorFacts facts) {
    Optional<String> lacking = facts.walls().lack();
    if (lacking.isEmpty()) {
      return facts
          .walls()
          .gap()
          .map(gap ->
              new Finding("sandbox", Level.WARNING, "bubblewrap, tried, with a gap", gap, ""))
          .orElseGet(() -> Finding.ok("sandbox", "bubblewrap, tried"));
    }
    Finding lack =
        new Finding(
            "sandbox",
            Level.WARNING,
            lacking.get(),
            "Agents can reach whatever you can, so gates are advisory.",
            "");
    boolean isMended = !facts.machine().isMac() && facts.tools().bubblewrap().isEmpty();
    return isMended ? lack.mendedBy("sudo apt-get install bubblewrap") : lack;
  }

  private static Finding user(DoctorFacts.Machine machine) {
    return machine.isRoot()
        ? new Finding(
            "user",
            Level.WARNING,
            "root",
            "Without a sandbox no agent that a model drives may bypass permissions.",
            "sudo -u SOMEBODY signalbox doctor")
        : Finding.ok("user", "not root");
  }

  private static Finding processes(DoctorFacts.Machine machine) {
    return Finding.ok("processes", machine.hasProc() ? "seen in /proc" : "seen with ps");
  }

  private static Finding state(DoctorFacts.State state) {
    long mebibytes = state.freeBytes() / MIB;
    String found = state.path() + ", " + mebibytes + " MiB free";
    String quoted = ShellWord.of(state.path());
    if (!state.isWritable()) {
      return new Finding(
          "state folder",
          Level.MISSING,
          state.path() + ", not writable",
          NO_DISPATCH,
          "signalbox doctor --state DIR");
    }
    boolean isOpen = state.mode().map(mode -> !mode.endsWith("------")).orElse(false);
    if (isOpen) {
      return new Finding(
          "state folder",
          Level.WARNING,
          found + ", " + state.mode().orElse(""),
          "Others on this machine can read what agents said.",
          "chmod 700 " + quoted);
    }
    return state.freeBytes() < Limits.FREE_BYTES_ADVISED
        ? new Finding(
            "state folder",
            Level.WARNING,
            found,
            "Each session works in a clone of its own, which needs space.",
            "signalbox clean")
        : Finding.ok("state folder", found);
  }

  private static Finding configuration(Optional<String> error) {
    return error
        .map(message ->
            new Finding(
                "configuration",
                Level.MISSING,
                message,
                "Every command stops at that. Correct the file there.",
                ""))
        .orElseGet(() -> Finding.ok("configuration", "valid"));
  }

  private static Finding agent(DoctorFacts.AgentLook look) {
    String id = look.profile().id().value();
    Optional<String> lack = look.there().lack();
    String mend = look.there().mend().orElse("");
    if (look.there().path().isEmpty()) {
      return new Finding(id, Level.MISSING, lack.orElse("not found"), "It is passed over.", mend);
    }
    String found = version(look) + ", " + signIn(look.there().signIn());
    if (!look.isSpoken()) {
      return new Finding(
          id, Level.WARNING, found, "This Signalbox has no adapter that speaks with it.", "");
    }
    if (lack.isPresent()) {
      return new Finding(id, Level.WARNING, found, "It is passed over.", mend);
    }
    return look.there().version().isEmpty()
        ? new Finding(id, Level.WARNING, found, "It may not start.", "")
        : Finding.ok(id, found);
  }

  private static String version(DoctorFacts.AgentLook look) {
    Optional<String> version = look.there().version();
    Optional<String> tested =
        look.profile().program().map(AgentProgram::check).flatMap(it -> it.tested());
    if (version.isEmpty()) {
      return look.there().path().orElse("") + ", version not told";
    }
    return tested.isEmpty() || tested.equals(version)
        ? version.get()
        : version.get() + " (tried with " + tested.get() + ")";
  }

  private static String signIn(SignIn signIn) {
    return switch (signIn) {
      case YES -> "signed in";
      case NO -> "not signed in";
      case CANNOT_TELL, NOT_ASKED -> "cannot tell whether signed in";
    };
  }

  private static Finding npm(DoctorFacts facts) {
    return facts
        .tools()
        .npm()
        .map(path -> Finding.ok("npm", path))
        .orElseGet(() ->
            new Finding(
                "npm",
                Level.WARNING,
                "no npm on the PATH",
                "Not required; most agents are installed with it.",
                facts.machine().isMac() ? "brew install node" : "sudo apt-get install npm"));
  }
}
