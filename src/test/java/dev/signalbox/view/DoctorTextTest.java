package dev.signalbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.AgentAvailability;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.SignIn;
import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.golden.Golden;
import dev.signalbox.plan.AgentId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTextTest {
  private static final DoctorFacts.Walls WALLS =
      new DoctorFacts.Walls(Optional.empty(), Optional.empty());
  private static final long GIB = 1L << 30;
  private static final DoctorFacts.State STATE =
      new DoctorFacts.State(
          "/var/lib/ann/.local/state/signalbox/shop-12ab34cd",
          true,
          20 * GIB,
          Optional.of("rwx------"));
  private static final DoctorFacts.Tools TOOLS =
      tools("git version 2.39.5", "/usr/bin/bwrap", "/usr/bin/setsid", "/usr/bin/npm");

  private static final List<ServiceLook> SERVICES =
      List.of(
          new ServiceLook(
              "tracker",
              "linear, workspace acme",
              true,
              Optional.of("signalbox"),
              Optional.empty()),
          new ServiceLook(
              "forge", "none; this machine merges", false, Optional.empty(), Optional.empty()));

  private static ServiceLook service(String what, String place, String reason, boolean stopsRuns) {
    ServiceLook.Lack lack = new ServiceLook.Lack(reason, "Give another key.", stopsRuns);
    return new ServiceLook(what, place, true, Optional.empty(), Optional.of(lack));
  }

  private static DoctorFacts.Tools tools(String git, String bwrap, String setsid, String npm) {
    return new DoctorFacts.Tools(optional(git), optional(bwrap), optional(setsid), optional(npm));
  }

  private static Optional<String> optional(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  private static DoctorFacts.Machine machine(boolean isMac, boolean isRoot) {
    return new DoctorFacts.Machine(isMac, isRoot, "25.0.1+8", !isMac);
  }

  private static DoctorFacts.AgentLook look(
      String id, boolean isSpoken, String version, SignIn signIn) {
    AgentProfile agent = AgentCatalogueFile.shipped().find(new AgentId(id)).orElseThrow();
    boolean isOut = signIn == SignIn.NO;
    return new DoctorFacts.AgentLook(
        agent,
        new AgentAvailability(
            Optional.of("/usr/bin/" + id),
            optional(version),
            signIn,
            isOut ? Optional.of("not signed in") : Optional.empty(),
            isOut ? agent.program().orElseThrow().check().enter() : Optional.empty()),
        isSpoken);
  }

  private static DoctorFacts.AgentLook missing(String id) {
    AgentProfile agent = AgentCatalogueFile.shipped().find(new AgentId(id)).orElseThrow();
    return new DoctorFacts.AgentLook(
        agent,
        AgentAvailability.missing(
            "no " + id + " on the PATH", agent.program().orElseThrow().check().install()),
        true);
  }

  private static DoctorFacts good() {
    return goodWith(
        List.of(
            look("claude", true, "2.1.330", SignIn.YES),
            look("gemini", true, "0.99.0", SignIn.CANNOT_TELL),
            missing("opencode")));
  }

  private static DoctorFacts.Walls without(String lack) {
    return new DoctorFacts.Walls(Optional.of(lack), Optional.empty());
  }

  private static DoctorFacts goodWith(List<DoctorFacts.AgentLook> agents) {
    return new DoctorFacts(
        machine(false, false), TOOLS, WALLS, STATE, Optional.empty(), agents, SERVICES);
  }

  private static DoctorFacts bad() {
    return new DoctorFacts(
        machine(false, true),
        tools("", "", "", ""),
        without("expected bubblewrap, found no bwrap on the PATH"),
        new DoctorFacts.State("/srv/it's shared", true, 20 * GIB, Optional.of("rwxr-xr-x")),
        Optional.of("/var/lib/ann/.config/signalbox/config.yaml:3:1: expected a configuration key"),
        List.of(
            look("claude", true, "2.1.330", SignIn.NO),
            look("codex", false, "", SignIn.CANNOT_TELL)),
        List.of(
            service(
                "tracker", "linear, workspace acme", "unauthenticated: Linear wants a key", true),
            service("forge", "github, acme/shop", "unreachable: no answer", false)));
  }

  private static String text(DoctorFacts facts, int columns) {
    return String.join("\n", DoctorText.lines(DoctorReport.of(facts), columns)) + "\n";
  }

  @Test
  void showsWhatIsThereAndWhatIsMissingWithItsCommand() {
    Golden.assertMatches("view/doctor-good.txt", text(good(), 80));
    Golden.assertMatches("view/doctor-bad.txt", text(bad(), 80));
  }

  @Test
  void noLineButACommandIsWiderThanTheTerminal() {
    assertThat(DoctorText.lines(DoctorReport.of(bad()), 80))
        .filteredOn(line -> !line.contains("$ "))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void wallsWithAGapAreAWarning() {
    DoctorFacts it = good();
    DoctorFacts facts =
        new DoctorFacts(
            it.machine(),
            it.tools(),
            new DoctorFacts.Walls(Optional.empty(), Optional.of("some sockets can be reached")),
            it.state(),
            it.configurationError(),
            it.agents(),
            it.services());
    assertThat(text(facts, 120)).contains("with a gap", "some sockets can be reached");
    assertThat(DoctorReport.of(facts).canDispatch()).isTrue();
  }

  @Test
  void aMacGetsItsOwnCommands() {
    DoctorFacts mac =
        new DoctorFacts(
            machine(true, false),
            tools("", "", "/usr/bin/perl", ""),
            without("expected Linux, found Mac OS X"),
            STATE,
            Optional.empty(),
            List.of(),
            List.of());
    assertThat(text(mac, 120))
        .contains("$ brew install git", "$ brew install node", "seen with ps")
        .doesNotContain("apt-get");
  }

  @ParameterizedTest
  @CsvSource({
    "git version 2.37.9, false",
    "git version 2.38.0, true",
    "git version 3.0.1, true",
    "git version 2.39.5 (Apple Git-154), true",
    "git version 1.99.0, false",
  })
  void gitHasToBeNewEnoughToTryMerges(String told, boolean isEnough) {
    DoctorFacts it = good();
    DoctorFacts facts =
        new DoctorFacts(
            it.machine(),
            tools(told, "/usr/bin/bwrap", "/usr/bin/setsid", ""),
            it.walls(),
            it.state(),
            it.configurationError(),
            it.agents(),
            it.services());
    assertThat(DoctorReport.of(facts).canDispatch()).isEqualTo(isEnough);
  }

  @Test
  void withoutOneAgentThatIsReadyNothingCanBeDispatched() {
    assertThat(DoctorReport.of(good()).canDispatch()).isTrue();
    assertThat(
            DoctorReport.of(
                    goodWith(List.of(look("claude", true, "2.1.330", SignIn.NO), missing("codex"))))
                .canDispatch())
        .isFalse();
  }

  @Test
  void aServiceStopsRunsOnlyWhereTheyNeedItAndItWillNotMendItself() {
    DoctorFacts it = good();
    for (boolean isUsed : List.of(true, false)) {
      for (boolean stopsRuns : List.of(true, false)) {
        ServiceLook.Lack lack = new ServiceLook.Lack("no", "Mend it.", stopsRuns);
        DoctorReport report =
            DoctorReport.of(
                new DoctorFacts(
                    it.machine(),
                    it.tools(),
                    it.walls(),
                    it.state(),
                    it.configurationError(),
                    it.agents(),
                    List.of(
                        new ServiceLook(
                            "forge", "x", isUsed, Optional.empty(), Optional.of(lack)))));
        assertThat(report.canDispatch()).isEqualTo(!(isUsed && stopsRuns));
      }
    }
  }

  @Test
  void textOfAProgramMovesNoCursor() {
    AgentProfile agent = AgentCatalogueFile.shipped().find(new AgentId("claude")).orElseThrow();
    DoctorFacts.AgentLook hostile =
        new DoctorFacts.AgentLook(
            agent, AgentAvailability.missing("\u001b[2Jgone", Optional.of("x\u001b]0;y")), true);
    assertThat(text(goodWith(List.of(hostile)), 80)).doesNotContain("\u001b");
  }
}
