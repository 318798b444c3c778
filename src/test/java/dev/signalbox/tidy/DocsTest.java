package dev.signalbox.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documents keep up with the code and with each other. */
class DocsTest {
  private static final Repository HERE = Repository.THIS;
  private static final Pattern ENTRY =
      Pattern.compile("^- \\*\\*([^*]+)\\*\\*:", Pattern.MULTILINE);
  private static final Pattern ADR_FILE = Pattern.compile("docs/adr/(\\d{4})-[a-z0-9-]+\\.md");

  /**
   * The words of the design; a noun that screens or documents use without explaining is a fault.
   */
  private static final List<String> WORDS =
      List.of(
          "Agent",
          "Artifact",
          "Batch",
          "Claim",
          "Execution mode",
          "Gate",
          "Hot file",
          "Inbox",
          "Infrastructure class",
          "Issue",
          "Journal",
          "Launch mode",
          "Overrule",
          "Phase",
          "Plan",
          "Run",
          "Session",
          "Touch",
          "Verdict",
          "Witness",
          "Workspace");

  @Test
  void everyErrorCodeIsExplainedAndNoOther() {
    Markdown guide = Markdown.parse(HERE.text("docs/guide/errors.md"));
    List<String> codes = Arrays.stream(ErrorCode.values()).map(ErrorCode::name).toList();
    assertThat(guide.headings().stream().filter(h -> h.matches("[A-Z0-9_]+")))
        .as("headings of docs/guide/errors.md, in the order of ErrorCode")
        .containsExactlyElementsOf(codes);
    for (String code : codes) {
      assertThat(guide.section(code)).as(code).contains("Cause: ").contains("Do: ");
    }
  }

  @Test
  void everyWordOfTheDesignIsInTheGlossaryOnceAndInOrder() {
    List<String> entries =
        ENTRY.matcher(HERE.text("docs/glossary.md")).results().map(r -> r.group(1)).toList();
    assertThat(entries)
        .containsAll(WORDS)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
  }

  @Test
  void theIndexOfDecisionsIsComplete() {
    List<String> files = HERE.paths("docs/adr/", ".md");
    List<String> numbered = files.stream().filter(f -> ADR_FILE.matcher(f).matches()).toList();
    assertThat(files).hasSize(numbered.size() + 1).contains("docs/adr/README.md");
    assertThat(Markdown.parse(HERE.text("docs/adr/README.md")).links())
        .as("links of docs/adr/README.md, in the order of the numbers")
        .containsExactlyElementsOf(
            numbered.stream().map(file -> file.substring("docs/adr/".length())).toList());
    for (int i = 0; i < numbered.size(); i++) {
      assertThat(numbered.get(i)).startsWith("docs/adr/%04d-".formatted(i + 1));
    }
  }

  @Test
  void everyDecisionHasItsParts() {
    for (String file : HERE.paths("docs/adr/", ".md")) {
      if (ADR_FILE.matcher(file).matches()) {
        assertThat(Markdown.parse(HERE.text(file)).headings())
            .as(file)
            .contains("Context", "Decision", "Consequences", "Rejected");
      }
    }
  }

  @Test
  void everyRelativeLinkLeadsSomewhere() {
    List<String> dead = new ArrayList<>();
    for (String file : HERE.paths("", ".md")) {
      if (!file.startsWith("src/test/resources/")) {
        dead.addAll(deadLinks(HERE.texts(), file));
      }
    }
    assertThat(dead).isEmpty();
  }

  /** Links of one document whose file, folder or heading is not there; those to the web pass. */
  static List<String> deadLinks(Map<String, String> texts, String file) {
    List<String> dead = new ArrayList<>();
    for (String link : Markdown.parse(texts.getOrDefault(file, "")).links()) {
      if (!link.matches("[a-z]+:.*") && !leadsSomewhere(texts, file, link)) {
        dead.add(file + ": found a link to " + link + ", which is not there");
      }
    }
    return dead;
  }

  private static boolean leadsSomewhere(Map<String, String> texts, String file, String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    String target = path.isEmpty() ? file : resolve(file, path);
    if (hash >= 0) {
      String text = texts.get(target);
      return text != null && Markdown.parse(text).hasAnchor(link.substring(hash + 1));
    }
    return texts.containsKey(target)
        || texts.keySet().stream().anyMatch(other -> other.startsWith(target + "/"));
  }

  private static String resolve(String file, String path) {
    return Path.of(file).resolveSibling(path).normalize().toString().replace('\\', '/');
  }
}
