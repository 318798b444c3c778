package dev.signalbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.golden.Golden;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.WrittenSection;
import dev.signalbox.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanEditTest {
  private static final SessionRegistry ONE = Registries.saying("one");
  private static final SessionRegistry TWO = Registries.saying("two & three");
  private static final String BEGIN = WrittenSection.REGISTRY.begin();
  private static final String END = WrittenSection.REGISTRY.end();

  @Test
  void aPlanWithSessionsReadsLikeThis() {
    RegistryRow done = row("SHOP-101 1A review-gates", new SessionStatus.Done());
    RegistryRow failed = row("", new SessionStatus.Failed("tests | fail\nat once"));
    SessionSummary summary =
        new SessionSummary(
            new SessionId("S-A"),
            new IssueId("SHOP-101"),
            "# Done\n\n- gates\n- a < b\n",
            RegistryContractTest.TABLES);
    SessionRegistry registry = new SessionRegistry(List.of(done, failed), List.of(summary));
    Golden.assertMatches("registry/plan.md", edit("# Plan\n\n## Phase 1A: Gates", registry));
  }

  private static RegistryRow row(String name, SessionStatus status) {
    return new RegistryRow(
        name,
        new IssueId("SHOP-101"),
        new PhaseId("1A"),
        new AgentId("claude"),
        "session/shop-101",
        "2026-11-22-shop.md",
        status);
  }

  @Test
  void writingAgainChangesNothingAndWritingOtherThingsChangesTheSectionsOnly() {
    String plan = "# Plan\r\n\r\ntext";
    String one = edit(plan, ONE);
    assertThat(edit(one, ONE)).isEqualTo(one);
    assertThat(one).startsWith(plan + "\r\n\r\n" + BEGIN + "\r\n");
    assertThat(one.replace("\r\n", "")).doesNotContain("\n");
    String more = one + "\r\n## Phase 2: later\r\n";
    assertThat(edit(more, TWO)).isEqualTo(edit(plan, TWO) + "\r\n## Phase 2: later\r\n");
  }

  @Test
  void everyByteOutsideTheMarkersStaysAlsoThoseThatAreNoUtf8() {
    byte[] head = {
      (byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '#', ' ', (byte) 0xFF, '\r', '\n', ' ', '\t'
    };
    byte[] tail = {'\n', (byte) 0xC3, '\r', (byte) 0x80, ' ', ' '};
    byte[] first = bytes(PlanEdit.apply(head, ONE));
    assertThat(Arrays.copyOf(first, head.length)).isEqualTo(head);
    byte[] whole = Arrays.copyOf(first, first.length + tail.length);
    System.arraycopy(tail, 0, whole, first.length, tail.length);
    byte[] second = bytes(PlanEdit.apply(whole, TWO));
    assertThat(Arrays.copyOf(second, head.length)).isEqualTo(head);
    assertThat(Arrays.copyOfRange(second, second.length - tail.length, second.length))
        .isEqualTo(tail);
  }

  @Test
  void damagedMarkersAreToldAndNotGuessedAt() {
    String good = edit("plan\n", ONE);
    assertRefused(good.replace(END, ""), "without the other one");
    assertRefused(good.replace(BEGIN, ""), "without the other one");
    assertRefused(good + BEGIN + "\n", "twice");
    assertRefused(good + END + "\n", "twice");
    assertRefused(END + "\n" + BEGIN + "\n", "above");
    assertRefused(good.replace(BEGIN, "see " + BEGIN), "something else");
    assertRefused(good.replace(END, END + " see"), "something else");
    assertRefused(
        good.replace(WrittenSection.SUMMARIES.end(), "")
            .replace(END, WrittenSection.SUMMARIES.end() + "\n" + END),
        "another section");
    assertRefused("plan\0", "NUL");
  }

  private static void assertRefused(String plan, String told) {
    assertThat(PlanEdit.apply(plan.getBytes(StandardCharsets.UTF_8), TWO))
        .isInstanceOfSatisfying(
            PlanEdit.Outcome.Refused.class, refused -> assertThat(refused.reason()).contains(told));
  }

  @Test
  void nothingThatAnAgentWritesForgesAMarkerOrLeavesItsCellOrItsBlock() {
    for (String text : Registries.HOSTILE) {
      String plan = edit("# Plan\n", Registries.saying(text));
      for (WrittenSection section : WrittenSection.values()) {
        assertThat(plan).containsOnlyOnce(section.begin()).containsOnlyOnce(section.end());
      }
      assertThat(plan).containsOnlyOnce("<pre>").containsOnlyOnce("</pre>");
      assertThat(plan.lines().filter(line -> line.startsWith("| ") && line.endsWith(" |")))
          .as(text)
          .extracting(line -> line.chars().filter(c -> c == '|').count())
          .containsExactly(8L, 8L, 9L, 9L, 3L, 3L);
      assertThat(edit(plan, Registries.EMPTY)).isEqualTo(edit("# Plan\n", Registries.EMPTY));
    }
  }

  @Test
  void aVeryLongSummaryIsCutAndSaysSo() {
    assertThat(edit("", Registries.saying("x".repeat(1_000_000))))
        .contains("[cut here")
        .hasSizeLessThan(25_000);
  }

  private static String edit(String plan, SessionRegistry registry) {
    return new String(
        bytes(PlanEdit.apply(plan.getBytes(StandardCharsets.UTF_8), registry)),
        StandardCharsets.UTF_8);
  }

  private static byte[] bytes(PlanEdit.Outcome outcome) {
    assertThat(outcome).isInstanceOf(PlanEdit.Outcome.Edited.class);
    return ((PlanEdit.Outcome.Edited) outcome).bytes();
  }
}
