package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.agent.yaml.BotServiceFile;
import dev.signalbox.engine.AwaitedReviewer;
import dev.signalbox.review.Elsewhere;
import dev.signalbox.review.Elsewhere.Way;
import dev.signalbox.review.yaml.ReviewFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who of the catalogues can be waited for, and how it is asked. */
class OutsideReviewersTest {
  private final OutsideReviewers reviewers =
      new OutsideReviewers(AgentCatalogueFile.shipped(), BotServiceFile.shipped());

  private static Elsewhere seat(Way way, String name) {
    return new Elsewhere("somebody", way, name, Duration.ofMinutes(30));
  }

  @Test
  void whoHasAnAccountCanBeWaitedFor() {
    assertThat(List.of("copilot", "codex", "codex-cloud", "cursor", "coderabbit", "sentry"))
        .allSatisfy(name -> assertThat(reviewers.obstacle(seat(Way.FORGE, name))).isEmpty());
    assertThat(reviewers.awaited(seat(Way.FORGE, "codex")))
        .isEqualTo(
            new AwaitedReviewer(
                "somebody",
                Way.FORGE,
                "codex",
                List.of("chatgpt-codex-connector[bot]"),
                Optional.empty(),
                Duration.ofMinutes(30)));
    assertThat(reviewers.awaited(seat(Way.CI, "agent")).logins()).isEmpty();
  }

  @Test
  void onlyWhomAMentionReachesCanBeAsked() {
    assertThat(reviewers.awaited(seat(Way.DELEGATE, "codex-cloud")).mention()).contains("@codex");
    assertThat(reviewers.obstacle(seat(Way.DELEGATE, "copilot")).orElseThrow())
        .startsWith("expected one of codex, cursor, cto.new, codex-cloud")
        .endsWith("found copilot");
    // It has no account by which its answer is known.
    assertThat(reviewers.obstacle(seat(Way.DELEGATE, "claude-linear"))).isPresent();
    assertThat(reviewers.obstacle(seat(Way.FORGE, "vercel"))).isPresent();
    assertThat(reviewers.obstacle(seat(Way.FORGE, "../x"))).isPresent();
  }

  @Test
  void theProfilesThatComeNameThoseWhoCan() {
    ReviewFiles files = new ReviewFiles(Path.of("none"), reviewers::obstacle);
    assertThat(ReviewFiles.SHIPPED).allSatisfy(name -> assertThat(files.profile(name)).isNotNull());
  }
}
