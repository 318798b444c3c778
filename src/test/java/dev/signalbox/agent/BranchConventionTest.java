package dev.signalbox.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.agent.BranchConvention.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchConventionTest {

  @Test
  void fillsInIssueAndSlug() {
    assertThat(new Template("claude/{issue}-{slug}").render("cia-387", "dispatch-rules"))
        .isEqualTo("claude/cia-387-dispatch-rules");
  }

  @Test
  void anEmptySlugLeavesJustTheIssue() {
    assertThat(new Template("claude/{issue}-{slug}").render("cia-387", ""))
        .isEqualTo("claude/cia-387");
  }

  @Test
  void aTemplateMayLeaveTheSlugOut() {
    assertThat(new Template("cursor/{issue}").render("cia-387", "dispatch-rules"))
        .isEqualTo("cursor/cia-387");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{issue}",
        "a/b/{issue}_{slug}",
        "{issue}/{slug}",
        "cto.new/{issue}-{slug}",
        "a/{issue}-x"
      })
  void takesTemplatesThatGitAlwaysTakes(String text) {
    assertThat(Template.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "claude",
        "claude/{slug}",
        "{issue}{slug}",
        "{slug}-{issue}",
        "{issue}-{issue}",
        "{issue}-{slug}-{slug}",
        "Claude/{issue}",
        "/{issue}",
        "a//{issue}",
        "-a/{issue}",
        "a/.{issue}",
        "a..b/{issue}",
        "a./{issue}",
        "{issue}.lock",
        "a.lock/{issue}",
        "{issue}.",
        "{issue}/",
        "a b/{issue}",
        "a~/{issue}",
        "{agent}/{issue}",
        "ä/{issue}",
        "0123456789012345678901234567890123456789012345678901234567/{issue}"
      })
  void refusesTemplatesThatCouldMakeABadName(String text) {
    assertThat(Template.isValid(text)).isFalse();
    assertThatThrownBy(() -> new Template(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
