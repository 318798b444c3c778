package dev.signalbox.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.golden.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts as an agent reads them. */
class PromptGoldenTest {

  static Stream<Arguments> contexts() {
    return Stream.of(
        Arguments.of("pair", PromptSketch.pair()),
        Arguments.of("analysis", PromptSketch.analysis()),
        Arguments.of("delegated", PromptSketch.delegated()),
        Arguments.of("minimal", PromptSketch.minimal()));
  }

  @ParameterizedTest
  @MethodSource("contexts")
  void thePromptReadsAsItWasReviewed(String name, PromptContext context) {
    Golden.assertMatches("prompt/" + name + "-prompt.md", DispatchPrompt.render(context));
  }

  @ParameterizedTest
  @MethodSource("contexts")
  void theIssueReadsAsItWasReviewed(String name, PromptContext context) {
    DispatchIssue issue = DispatchIssue.of(context);
    Golden.assertMatches(
        "prompt/" + name + "-issue.md", "# " + issue.title() + "\n\n" + issue.body());
  }

  /** The mission's template and its required additions (section 4), word by word. */
  @Test
  void thePromptKeepsTheMissionsWords() {
    assertThat(DispatchPrompt.render(PromptSketch.pair()))
        .startsWith(
            """
            Implement on SHOP-101 (Phase 1A: Review gates) from master plan SHOP-100.
            shop: /srv/shop
            Full plan at docs/plans/2026-02-15-shop-checkout-revamp.md

            Context:
            - The gates are in `src/review`
            """)
        .contains(
            """

            Execution mode: pair | Launch as: Plan mode

            Tasks:
            1. Read the gates
            2. Propose the change
            3. Implement it

            Deliverable: Both gates hold in `checkout` and are documented. Update SHOP-101 with\
             results.
            """,
            "\nEstimate cost before execution. If >$10 and cost profile is not unlimited,"
                + " checkpoint.\n",
            "\nReply with 'Session started' before beginning work.\n",
            "\nUpdate Linear issue status to Done/In Review. Write session summary to plan"
                + " file.\n");
  }

  @Test
  void theCostSentenceTakesThePlansAmountAndStaysWhenItIsUnlimited() {
    assertThat(DispatchPrompt.render(PromptSketch.analysis()))
        .contains("If >$25.50 and cost profile is not unlimited, checkpoint.");
    assertThat(DispatchPrompt.render(PromptSketch.delegated()))
        .contains("If >$10 and cost profile is not unlimited, checkpoint.")
        .contains("cost profile unlimited");
  }
}
