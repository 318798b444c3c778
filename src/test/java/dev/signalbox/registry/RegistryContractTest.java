package dev.signalbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.github.IssueWorld;
import dev.signalbox.tracker.linear.LinearWorld;
import dev.signalbox.tracker.memory.MemoryWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of a registry wherever it is shown. */
@Timeout(60)
class RegistryContractTest {
  private static final SessionStatus ACTIVE = new SessionStatus.Active();
  private static final SessionStatus DONE = new SessionStatus.Done();
  private static final WriteOutcome WRITTEN = new WriteOutcome.Written();
  private static final WriteOutcome UNCHANGED = new WriteOutcome.Unchanged();

  /** Of a session whose pull request has an address, and whose second issue nobody here knows. */
  static final ExitTables TABLES =
      new ExitTables(
          List.of(
              new ExitTables.IssueLine(
                  new ExitTables.Named(
                      "SHOP-10 Card | numbers", Optional.of("https://tracker.example/SHOP-10")),
                  Optional.of("Done"),
                  Optional.of("claude"),
                  new ExitTables.Weight(
                      Optional.of("Beta | of 1.0"), Optional.of("High"), Optional.of("$3")),
                  List.of(new IssueId("SHOP-11"), new IssueId("SHOP-12")),
                  List.of()),
              new ExitTables.IssueLine(
                  new ExitTables.Named("SHOP-99", Optional.of("javascript:alert(1)")),
                  Optional.empty(),
                  Optional.empty(),
                  ExitTables.Weight.UNKNOWN,
                  List.of(),
                  List.of(new IssueId("SHOP-10")))),
          List.of(
              new ExitTables.DocumentLine(
                  new ExitTables.Named("docs/cards.md", Optional.empty()), "shop"),
              new ExitTables.DocumentLine(
                  new ExitTables.Named(
                      "Pull request 7", Optional.of("https://forge.example/shop/pull/7")),
                  "shop")));

  @TempDir private Path folder = Path.of("");

  /** All that can hold a registry. */
  enum Place {
    PLAN_FILE,
    MEMORY,
    LINEAR,
    GITHUB;

    RegistryWorld in(Path folder) throws IOException {
      return switch (this) {
        case PLAN_FILE -> new FileRegistryWorld(folder);
        case MEMORY -> new TrackedRegistryWorld(new MemoryWorld());
        case LINEAR -> new TrackedRegistryWorld(LinearWorld.open());
        case GITHUB -> new TrackedRegistryWorld(new IssueWorld(folder));
      };
    }
  }

  private static RegistryRow row(String phase, SessionStatus status) {
    return new RegistryRow(
        "session-" + phase,
        new IssueId("SHOP-10"),
        new PhaseId(phase),
        new AgentId("claude"),
        "claude/" + phase,
        "plan.md",
        status);
  }

  private static SessionSummary summary(String session, String text) {
    return new SessionSummary(new SessionId(session), new IssueId("SHOP-10"), text);
  }

  private static SessionRegistry registry(
      RegistryWorld world,
      SessionStatus first,
      List<SessionSummary> summaries,
      ConflictReport... conflicts) {
    return new SessionRegistry(
        List.of(row("1A", first), row("1B", new SessionStatus.Planned())),
        summaries,
        List.of(conflicts),
        List.of(),
        Optional.of(new SessionRegistry.Home(new RunId("run-1"), world.master())));
  }

  private static String all(RegistryWorld world) {
    return String.join("\n", world.shown());
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @ParameterizedTest
  @EnumSource
  void aStatusIsShownAsItIsNowAndOnce(Place place) throws IOException {
    try (RegistryWorld world = place.in(folder)) {
      RegistryWriter writer = world.writer();
      assertThat(writer.write(world.plan(), registry(world, ACTIVE, List.of()))).isEqualTo(WRITTEN);
      assertThat(all(world)).contains("Active").contains("Planned");
      assertThat(writer.write(world.plan(), registry(world, DONE, List.of()))).isEqualTo(WRITTEN);
      assertThat(all(world)).contains("Done").doesNotContain("Active");
      assertThat(count(all(world), "session-1A")).isEqualTo(1);
      assertThat(writer.write(world.plan(), registry(world, DONE, List.of()))).isEqualTo(UNCHANGED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySummaryIsShownOnceAndNoneIsLost(Place place) throws IOException {
    try (RegistryWorld world = place.in(folder)) {
      RegistryWriter writer = world.writer();
      SessionSummary first = summary("S-A", "Numbers are there.");
      writer.write(world.plan(), registry(world, DONE, List.of(first)));
      writer.write(
          world.plan(),
          registry(world, DONE, List.of(first, summary("S-B", "Balances are there."))));
      assertThat(count(all(world), "Numbers are there.")).isEqualTo(1);
      assertThat(count(all(world), "Balances are there.")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothTablesStandBelowTheSummaryAndSayWhatIsUnknown(Place place) throws IOException {
    try (RegistryWorld world = place.in(folder)) {
      RegistryWriter writer = world.writer();
      SessionSummary summary =
          new SessionSummary(
              new SessionId("S-A"), new IssueId("SHOP-10"), "Numbers are there.", TABLES);
      assertThat(writer.write(world.plan(), registry(world, DONE, List.of(summary))))
          .isEqualTo(WRITTEN);
      assertThat(all(world))
          .containsSubsequence(
              "Numbers are there.",
              "| Issue | Status | Assignee | Milestone | Priority | Estimate | Blocking | Blocked by |",
              "](https://tracker.example/SHOP-10) | Done | claude | Beta ",
              " of 1.0 | High | $3 | SHOP-11, SHOP-12 | - |",
              "| SHOP-99 | - | - | - | - | - | - | SHOP-10 |",
              "| Document | Project |",
              "| docs/cards.md | shop |",
              "| [Pull request 7](https://forge.example/shop/pull/7) | shop |")
          .doesNotContain("javascript", "Card | numbers");
    }
  }

  @Test
  void aLongTableIsCutAndSaysSo() {
    ExitTables.DocumentLine line =
        new ExitTables.DocumentLine(new ExitTables.Named("a.md", Optional.empty()), "shop");
    List<String> lines =
        new ExitTables(List.of(), Collections.nCopies(ExitTables.ROWS_MAX + 3, line))
            .lines(PlainText::cell);
    assertThat(lines).filteredOn(each -> each.contains("a.md")).hasSize(ExitTables.ROWS_MAX);
    assertThat(lines).contains("Cut here: 3 more.").noneMatch(each -> each.contains("Issue"));
  }

  /** The file shows none: its run's inbox is on the same machine. */
  @ParameterizedTest
  @EnumSource
  void aConflictIsShownAndThenItsDecision(Place place) throws IOException {
    ConflictReport open =
        new ConflictReport(
            7, "Two sides", "left and right", List.of(new SessionId("S-A")), Optional.empty());
    ConflictReport decided =
        new ConflictReport(7, "", "", List.of(), Optional.of("ann: S-A goes on"));
    try (RegistryWorld world = place.in(folder)) {
      RegistryWriter writer = world.writer();
      writer.write(world.plan(), registry(world, ACTIVE, List.of(), open));
      writer.write(world.plan(), registry(world, ACTIVE, List.of(), decided));
      int times = world.showsConflicts() ? 1 : 0;
      assertThat(count(all(world), "left and right")).isEqualTo(times);
      assertThat(count(all(world), "ann: S-A goes on")).isEqualTo(times);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoRemembersNothingWritesNoCopies(Place place) throws IOException {
    try (RegistryWorld world = place.in(folder)) {
      SessionRegistry said = registry(world, DONE, List.of(summary("S-A", "Numbers are there.")));
      assertThat(world.writer().write(world.plan(), said)).isEqualTo(WRITTEN);
      List<String> before = world.shown();
      assertThat(world.writer().write(world.plan(), said)).isIn(WRITTEN, UNCHANGED);
      assertThat(world.shown()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatFailedIsSaidAndWrittenByTheNextWrite(Place place) throws IOException {
    try (RegistryWorld world = place.in(folder)) {
      RegistryWriter writer = world.writer();
      SessionRegistry said = registry(world, DONE, List.of(summary("S-A", "Numbers are there.")));
      world.fail(true);
      assertThat(writer.write(world.plan(), said))
          .isInstanceOfSatisfying(
              WriteOutcome.Refused.class, refused -> assertThat(refused.reason()).isNotBlank());
      world.fail(false);
      assertThat(all(world)).doesNotContain("Numbers are there.");
      assertThat(writer.write(world.plan(), said)).isEqualTo(WRITTEN);
      assertThat(count(all(world), "Numbers are there.")).isEqualTo(1);
      assertThat(count(all(world), "session-1A")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAPersonWroteStays(Place place) throws IOException {
    try (RegistryWorld world = place.in(folder)) {
      RegistryWriter writer = world.writer();
      writer.write(world.plan(), registry(world, ACTIVE, List.of()));
      world.personWrites("Remember the holidays");
      writer.write(world.plan(), registry(world, DONE, List.of()));
      assertThat(count(all(world), "Remember the holidays")).isEqualTo(1);
      assertThat(all(world)).contains("Done");
    }
  }
}
