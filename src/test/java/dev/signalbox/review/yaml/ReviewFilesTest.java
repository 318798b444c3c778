package dev.signalbox.review.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.review.Elsewhere;
import dev.signalbox.review.Elsewhere.Way;
import dev.signalbox.review.ReviewProfile;
import dev.signalbox.review.ReviewProfile.Seat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewFilesTest {
  @TempDir private Path folder = Path.of("");

  private ReviewFiles files() {
    return new ReviewFiles(folder, _ -> Optional.empty());
  }

  private SignalboxException failure(String name) {
    return catchThrowableOfType(SignalboxException.class, () -> files().profile(name));
  }

  @Test
  void whatComesWithSignalboxIsWhole() {
    assertThat(ReviewFiles.SHIPPED).isNotEmpty();
    for (String name : ReviewFiles.SHIPPED) {
      ReviewProfile profile = files().profile(name);
      assertThat(profile.seats().size() + profile.elsewhere().size()).as(name).isPositive();
      assertThat(profile.seats()).extracting(Seat::perspective).as(name).doesNotContain("");
    }
    assertThat(files().profile("panel-of-seven").seats())
        .extracting(Seat::reviewer)
        .containsExactly(
            "security-skeptic",
            "performance-pragmatist",
            "architectural-purist",
            "ux-advocate",
            "ops-realist",
            "supply-chain-auditor",
            "observability-eval");
  }

  @Test
  void aPersonsOwnFilesTakeThePlaceOfThoseThatCome() throws IOException {
    Files.createDirectories(folder.resolve("perspectives"));
    Files.writeString(folder.resolve("perspectives/security.md"), "Look at the keys.\n");
    Files.writeString(
        folder.resolve("mine.yaml"),
        """
        title: Two models
        rounds: 3
        reviewers:
          - security
          - {name: deep, perspective: challenger, agent: claude, model: opus, effort: high}
        """);

    ReviewProfile mine = files().profile("mine");
    assertThat(mine.rounds()).isEqualTo(3);
    assertThat(mine.seats().getFirst().perspective()).isEqualTo("Look at the keys.\n");
    Seat deep = mine.seats().getLast();
    assertThat(deep.reviewer()).isEqualTo("deep");
    assertThat(deep.agent()).contains(new AgentId("claude"));
    assertThat(deep.model()).isEqualTo(Optional.of("opus"));
    assertThat(files().names()).contains("mine", "trio");
  }

  @Test
  void anUnknownProfileNamesThoseThatAreThere() {
    SignalboxException failure = failure("trios");
    assertThat(failure.code()).isEqualTo(ErrorCode.REVIEW_PROFILE_UNKNOWN);
    assertThat(failure)
        .hasMessageContaining(
            "delegated, forge-agents, panel, panel-of-seven, tiers, trio, found trios");
    assertThat(failure("../x").code()).isEqualTo(ErrorCode.REVIEW_PROFILE_UNKNOWN);
  }

  @Test
  void allMistakesOfAFileAreToldWithTheirPlace() throws IOException {
    Files.writeString(
        folder.resolve("bad.yaml"),
        """
        rounds: 99
        color: red
        reviewers:
          - nobody-knows
          - security
          - security
          - {perspective: challenger, agent: "../x"}
        """);

    SignalboxException failure = failure("bad");
    assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(failure)
        .hasMessageContaining("bad.yaml:1:9: expected rounds from 1 to 5, found 99")
        .hasMessageContaining(
            "bad.yaml:2:1: expected one of title, rounds, debate, synthesis, tiers, reviewers, found color")
        .hasMessageContaining("bad.yaml:4:5: expected a perspective")
        .hasMessageContaining("bad.yaml:6:5: expected each reviewer once, found security again")
        .hasMessageContaining("bad.yaml:7:5: expected the name of an agent, found ../x");
  }

  @Test
  void reviewersElsewhereAreNamedWithTheirPatience() throws IOException {
    Files.writeString(
        folder.resolve("mine.yaml"),
        """
        reviewers:
          - security
          - {name: gemini, ci: agent}
          - {forge: copilot, wait: 2h}
          - {name: codex, delegate: codex-cloud, wait: 5m}
        """);

    ReviewProfile mine = files().profile("mine");
    assertThat(mine.seats()).hasSize(1);
    assertThat(mine.elsewhere())
        .containsExactly(
            new Elsewhere("gemini", Way.CI, "agent", Duration.ofMinutes(30)),
            new Elsewhere("copilot", Way.FORGE, "copilot", Duration.ofHours(2)),
            new Elsewhere("codex", Way.DELEGATE, "codex-cloud", Duration.ofMinutes(5)));
  }

  @Test
  void mistakesWithReviewersElsewhereAreToldWithTheirPlace() throws IOException {
    Files.writeString(
        folder.resolve("bad.yaml"),
        """
        debate: true
        reviewers:
          - {name: a, ci: x, forge: copilot}
          - {name: b, wait: 30m}
          - {name: c, ci: x, wait: 30}
          - {name: d, ci: x, wait: 25h}
          - {name: e, ci: x, model: opus}
          - {name: f, forge: nobody}
          - {name: g, ci: "../x"}
          - {name: h, ci: x}
          - {name: h, ci: y}
        """);
    ReviewFiles files = new ReviewFiles(folder, _ -> Optional.of("expected one of a, b"));
    SignalboxException failure =
        catchThrowableOfType(SignalboxException.class, () -> files.profile("bad"));

    assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(failure)
        .hasMessageContaining("bad.yaml:1:9: expected no debate: and no tiers:")
        .hasMessageContaining("bad.yaml:3:5: expected one of ci:, forge: and delegate:")
        .hasMessageContaining("reviewer elsewhere, found 2")
        .hasMessageContaining("bad.yaml:4:5: expected one of ci:, forge: and delegate:")
        .hasMessageContaining(
            "bad.yaml:5:28: expected seconds, minutes or hours such as 30m, at most 24h")
        .hasMessageContaining("bad.yaml:6:28: expected seconds, minutes or hours")
        .hasMessageContaining("bad.yaml:7:22: expected one of name, ci, forge, delegate, wait")
        .hasMessageContaining("bad.yaml:8:22: expected one of a, b")
        .hasMessageContaining("bad.yaml:9:19: expected the REVIEWER of a workflow")
        .hasMessageContaining("bad.yaml:11:5: expected each reviewer once, found h again");
  }

  /** The workflows that come with Signalbox post under the names that profiles wait for. */
  @Test
  void profilesWaitForTheReviewersOfTheWorkflowsThatCome() {
    assertThat(files().profile("ci-agent").elsewhere())
        .extracting(Elsewhere::name)
        .allSatisfy(name ->
            assertThat(files().resource("ci/signalbox-review-agent.yml"))
                .contains("REVIEWER: " + name + "\n"));
    assertThat(files().profile("ci-models").elsewhere())
        .extracting(Elsewhere::name)
        .hasSize(3)
        .allSatisfy(name ->
            assertThat(files().resource("ci/signalbox-review-models.yml"))
                .contains("- reviewer: " + name + "\n"));
  }

  @Test
  void aProfileWithoutReviewersIsNone() throws IOException {
    Files.writeString(folder.resolve("empty.yaml"), "title: Nobody\nreviewers: []\n");

    assertThat(failure("empty")).hasMessageContaining("expected at least one reviewer");
  }

  @Test
  void aDebateHasSomebodyWhoSumsUp() throws IOException {
    assertThat(files().profile("debate").synthesiser()).isPresent();
    assertThat(files().profile("trio").synthesiser()).isEmpty();
    Files.writeString(
        folder.resolve("mine.yaml"),
        """
        debate: true
        synthesis: {agent: claude, model: opus, effort: high}
        reviewers: [security, challenger]
        """);

    Seat synthesiser = files().profile("mine").synthesiser().orElseThrow();
    assertThat(synthesiser.agent()).contains(new AgentId("claude"));
    assertThat(synthesiser.effort()).contains("high");
  }

  @Test
  void eachPerspectiveLooksWithTwoModels() throws IOException {
    Files.writeString(
        folder.resolve("mine.yaml"),
        """
        tiers:
          deep: {agent: claude, model: opus}
          fast: {model: haiku}
        reviewers: [security, {name: odd, perspective: challenger}]
        """);

    assertThat(files().profile("mine").seats())
        .extracting(seat -> seat.reviewer() + " " + seat.model().orElse(""))
        .containsExactly(
            "security/deep opus", "security/fast haiku", "odd/deep opus", "odd/fast haiku");
    assertThat(files().profile("tiers").seats()).hasSize(8);
  }

  @Test
  void whatMakesNoSenseOfDebatesAndTiersIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("bad.yaml"),
        """
        debate: perhaps
        synthesis: {model: opus, colour: red}
        tiers:
          deep: {model: opus}
          slow: {model: haiku}
        reviewers:
          - security
          - {perspective: challenger, model: opus}
        """);

    assertThat(failure("bad"))
        .hasMessageContaining("bad.yaml:1:9: expected debate: true or false")
        .hasMessageContaining("bad.yaml:5:3: expected one of deep, fast, found slow")
        .hasMessageContaining("expected tiers: with fast: and its agent:, model: or effort:")
        .hasMessageContaining("bad.yaml:8:31: expected no model: of a reviewer, since tiers:");
    Files.writeString(
        folder.resolve("alone.yaml"),
        """
        debate: true
        synthesis: opus
        tiers: {deep: {model: opus}, fast: {model: opus}}
        reviewers: [security]
        """);
    assertThat(failure("alone"))
        .hasMessageContaining("alone.yaml:2:12: expected synthesis: with agent:")
        .hasMessageContaining("alone.yaml:3:8: expected tiers: with two different models");
    Files.writeString(folder.resolve("one.yaml"), "debate: true\nreviewers: [security]\n");
    assertThat(failure("one")).hasMessageContaining("at least two reviewers, found one");
    Files.writeString(
        folder.resolve("no.yaml"), "synthesis: {model: opus}\nreviewers: [security]\n");
    assertThat(failure("no")).hasMessageContaining("expected synthesis: with debate: true only");
  }
}
