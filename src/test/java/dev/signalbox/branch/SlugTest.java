package dev.signalbox.branch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Review gates                | review-gates",
        "  --Review,  `Gates`!  v2-- | review-gates-v2",
        "Crème brûlée in São Paulo   | creme-brulee-in-sao-paulo",
        "Größe                       | groe",
        "naïve—approach              | naive-approach",
        "the user's, the user’s      | the-users-the-users",
        "日本語 API                  | api",
        "Проверка                    | ''",
        "日本語                      | ''",
        "🚀                          | ''",
        "a🚀b                        | a-b",
        "İstanbul                    | istanbul",
        "../../etc/passwd            | etc-passwd",
        "HEAD@{1}                    | head-1",
        "x.lock                      | x-lock",
        "''                          | ''",
      })
  void keepsAsciiLettersAndDigitsOfATitle(String title, String slug) {
    assertThat(Slug.of(title, 40)).isEqualTo(slug);
  }

  @Test
  void isCutAtAWordBoundary() {
    assertThat(Slug.of("one two three", 13)).isEqualTo("one-two-three");
    assertThat(Slug.of("one two three", 12)).isEqualTo("one-two");
    assertThat(Slug.of("one two three", 7)).isEqualTo("one-two");
    assertThat(Slug.of("one two three", 6)).isEqualTo("one");
  }

  @Test
  void aFirstWordThatIsTooLongIsCut() {
    assertThat(Slug.of("a".repeat(50) + " b", 40)).isEqualTo("a".repeat(40));
  }
}
