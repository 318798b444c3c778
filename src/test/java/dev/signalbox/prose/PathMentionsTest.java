package dev.signalbox.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathMentionsTest {
  private static List<String> paths(String text) {
    return PathMentions.in(new Line(text, new Position("tasks.md", 4, 7))).stream()
        .map(PathMention::path)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Create src/order.ts                                  | src/order.ts
          Create `src/order.ts`, with tests                    | src/order.ts
          Create **src/order.ts**.                             | src/order.ts
          Fix src/order.ts:12-30: the total                    | src/order.ts
          Fix src/order.ts#L12                                 | src/order.ts
          Fix src/order.ts's total                             | src/order.ts
          Fix ./src/order.ts                                   | src/order.ts
          Extend [the order](https://a.example/x.md) in a/b.go | a/b.go
          Extend [src/order.ts](F:/proj/src/order.ts)          | src/order.ts
          Add page src/app/[id]/page.tsx                       | src/app/[id]/page.tsx
          Add page src/app/(main)/page.tsx                     | src/app/(main)/page.tsx
          Add (src/order.ts) and no more                       | src/order.ts
          Add `src/{order,cart}.ts`                            | src/{order,cart}.ts
          Add src/models/ and more                             | src/models/
          Add src/models/*.ts                                  | src/models/*.ts
          Add src/models/**                                    | src/models/**
          Add __init__.py to pkg                               | __init__.py
          Add src/pkg/__init__.py                              | src/pkg/__init__.py
          Add src/pkg/**init**.py                              | src/pkg/__init__.py
          Add **init**.py and **bold**                         | __init__.py
          Add .github/workflows/ci.yml                         | .github/workflows/ci.yml
          Add targets to `Makefile`                            | Makefile
          Ignore it in .gitignore                              | .gitignore
          Create order.sql in db/migrations/                   | db/migrations/order.sql
          Update README.md                                     | README.md
          Update quickstart.md                                 | quickstart.md
          Test the module in ./test/plugin/...                 | test/plugin/
          Write `a/b.ts and c/d.ts`                            | a/b.ts,c/d.ts
          """)
  void findsTheFileToChange(String sentence, String expected) {
    assertThat(paths(sentence))
        .containsExactly(expected.contains("{") ? new String[] {expected} : expected.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Read https://example.org/docs/a.md",
        "Add github.com/google/go-cmp",
        "Contract test GET /api/users",
        "Serve POST /api/v1/order.json",
        "Install @scope/pkg",
        "Import from @/components/button",
        "Run `npm run build src/a.ts`",
        "Verify: `cd web && npm test`",
        "Run `src/check.sh`",
        "Run pytest tests/unit/",
        "Types per contracts/api.yaml",
        "Follow the `jira.ts` pattern",
        "As in the existing src/jira.ts pattern",
        "Validate against quickstart.md",
        "Take the fields of data-model.md",
        "Call config.load(path) and items.map()",
        "Built with Node.js and Next.js",
        "Release v1.2.0 and/or 2.0",
        "GET/POST/DELETE for CI/CD, i.e. both",
        "Write ../other/a.ts, /etc/hosts and ~/.bashrc",
        "Write $HOME/a.ts or C:/a.ts",
        "The .md/.txt formats, e.g. .zip",
        "Look at a.b, foo.bar and x/y"
      })
  void leavesOutWhatIsNoFileToChange(String sentence) {
    assertThat(PathMentions.in(new Line(sentence, new Position("tasks.md", 4, 7))))
        .allMatch(mention -> mention.kind() == PathMention.Kind.PERHAPS_FOLDER);
  }

  @Test
  void pointsAtThePath() {
    PathMention mention =
        PathMentions.in(new Line("Fix `src/a.ts`", new Position("tasks.md", 4, 7))).getFirst();
    assertThat(mention.at()).hasToString("tasks.md:4:12");
  }

  @Test
  void wordsWithASlashAreOnlyPerhapsAFolder() {
    assertThat(PathMentions.kind("read/write")).contains(PathMention.Kind.PERHAPS_FOLDER);
    assertThat(PathMentions.kind("a/b")).isEmpty();
    assertThat(PathMentions.kind("src/")).contains(PathMention.Kind.FOLDER);
    assertThat(PathMentions.kind("src/a.ts")).contains(PathMention.Kind.FILE);
    assertThat(PathMentions.kind("a.ts")).contains(PathMention.Kind.BARE_FILE);
  }

  @Test
  void readsAHugeLineOfBracketsInReasonableTime() {
    String line = "](/(`[".repeat(100_000) + " src/a.ts";
    assertThat(paths(line)).isNotNull();
  }
}
