package dev.signalbox.remote.http.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.limit.Limits;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MarkTest {
  private static final int TEXTS = 2_000;
  private static final List<String> PARTS =
      List.of("\n", "\r\n", " ", "<!-- signalbox: a -->", "-->", "<!--", "```", "x", "ü", "🚂");

  @Test
  void everyTextComesBackWithItsKeyAndNothingElseIsTakenForOne() {
    long seed = new SplittableRandom().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(8); part > 0; part--) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      String stored = Mark.add(text.toString(), "run-7/S-A/summary");
      assertThat(Mark.keyIn(stored)).as("seed %d", seed).contains("run-7/S-A/summary");
      assertThat(Mark.strip(stored)).as("seed %d", seed).isEqualTo(text.toString());
    }
    assertThat(Mark.keyIn("See <!-- signalbox: a -->")).isEmpty();
    assertThat(Mark.keyIn("<!-- signalbox: a b -->")).isEmpty();
  }

  @Test
  void aTextThatIsTooLongIsCutBetweenCharactersAndSaysSo() {
    String stored = Mark.add("🚂".repeat(Limits.GITHUB_TEXT_CHARS_MAX), "a");
    assertThat(stored.length())
        .isBetween(Limits.GITHUB_TEXT_CHARS_MAX - 1, Limits.GITHUB_TEXT_CHARS_MAX);
    assertThat(stored).endsWith("GitHub takes no longer text.)");
    assertThat(stored.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isFalse();
  }

  @Test
  void aKeyThatCouldEndTheCommentIsRefused() {
    for (String key : List.of("", "a-->b", "a b", "ä", "x".repeat(201))) {
      assertThatThrownBy(() -> Mark.add("text", key)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
