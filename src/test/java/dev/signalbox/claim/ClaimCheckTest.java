package dev.signalbox.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.ParallelClaim;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Resource;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClaimCheckTest {
  private static Phase phase(String id, String group, String... touches) {
    PhaseDraft draft = draft(id, group);
    for (String touch : touches) {
      draft.touches.add(touch(touch));
    }
    return draft.build();
  }

  private static PhaseDraft draft(String id, String group) {
    int line = Integer.parseInt(id.substring(1));
    return new PhaseDraft(new PhaseId(id), new Position("p.md", line, 1))
        .claim(new ParallelClaim(group));
  }

  private static Touch touch(String pattern) {
    try {
      return new Touch(Glob.parse(pattern), Position.startOf("p.md"));
    } catch (GlobSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<String> found(Phase... phases) {
    return ClaimCheck.falseClaims(List.of(phases)).stream()
        .map(claim -> claim.earlier().id() + "+" + claim.later().id() + " " + claim.path())
        .toList();
  }

  @Test
  void findsACommonFileOfAGroup() {
    assertThat(
            found(
                phase("T1", "run", "a.ts", "b.ts"),
                phase("T2", "run", "c.ts"),
                phase("T3", "run", "b.ts"),
                phase("T4", "other", "b.ts")))
        .containsExactly("T1+T3 b.ts");
  }

  @Test
  void aFolderMeetsWhatLiesBelowIt() {
    assertThat(found(phase("T1", "r", "src/**"), phase("T2", "r", "src/a/b.ts")))
        .containsExactly("T1+T2 src/a/b.ts");
    assertThat(found(phase("T1", "r", "src/a/b.ts"), phase("T2", "r", "src/**")))
        .containsExactly("T1+T2 src/a/b.ts");
    assertThat(found(phase("T1", "r", "src/**"), phase("T2", "r", "src/a/**")))
        .singleElement()
        .asString()
        .startsWith("T1+T2 src/a/");
    assertThat(found(phase("T1", "r", "src/**"), phase("T2", "r", "srcs/a", "src"))).isEmpty();
  }

  @Test
  void otherPatternsAreComparedToo() {
    assertThat(found(phase("T1", "r", "src/*.ts"), phase("T2", "r", "src/a.ts")))
        .containsExactly("T1+T2 src/a.ts");
    assertThat(found(phase("T1", "r", "src/a.ts"), phase("T2", "r", "**")))
        .containsExactly("T1+T2 src/a.ts");
    assertThat(found(phase("T1", "r", "src/*.ts"), phase("T2", "r", "src/a.md"))).isEmpty();
  }

  @Test
  void filesThatAPhaseProducesCount() {
    PhaseDraft made = draft("T2", "r");
    made.produces.add(new Resource.Files(touch("a.ts")));
    assertThat(found(phase("T1", "r", "a.ts"), made.build())).containsExactly("T1+T2 a.ts");
  }

  @Test
  void aPhaseThatNamesNothingContradictsNothing() {
    assertThat(found(phase("T1", "r"), phase("T2", "r", "a.ts"))).isEmpty();
  }

  @Test
  void warnsAtTheLaterPhase() {
    List<Problem> problems =
        ClaimCheck.problems(
            List.of(phase("T1", "wave 2 of shop", "a.ts"), phase("T2", "wave 2 of shop", "a.ts")));
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_CLAIM_FALSE);
          assertThat(problem.isError()).isFalse();
          assertThat(problem.position()).hasToString("p.md:2:1");
          assertThat(problem.message())
              .isEqualTo(
                  "expected T1 and T2 of wave 2 of shop to name different files,"
                      + " found a.ts in both");
        });
  }

  @Test
  void stopsWhereTheLabelsMeanNothing() {
    List<Phase> phases = new ArrayList<>();
    for (int i = 1; i <= 600; i++) {
      phases.add(phase("T" + i, "r", "a.ts", "b.ts"));
    }
    assertThat(ClaimCheck.falseClaims(phases)).hasSize(Limits.PAIRS_PRINTED_MAX);
  }

  /** The index finds what comparing every two patterns finds. */
  @Test
  void agreesWithComparingAllPairs() {
    String[] patterns = {
      "a", "a/b", "a/b/c", "a/**", "a/b/**", "a/*", "a/*/c", "**", "**/c", "d/e", "d/**", "b/c"
    };
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Phase> phases = new ArrayList<>();
      for (int i = 1; i <= 6; i++) {
        String[] touches = new String[random.nextInt(3)];
        for (int t = 0; t < touches.length; t++) {
          touches[t] = patterns[random.nextInt(patterns.length)];
        }
        phases.add(phase("T" + i, "r" + random.nextInt(2), touches));
      }
      TreeSet<String> expected = new TreeSet<>();
      for (Phase earlier : phases) {
        for (Phase later : phases) {
          if (earlier.id().compareTo(later.id()) < 0 && meet(earlier, later)) {
            expected.add(earlier.id() + "+" + later.id());
          }
        }
      }
      TreeSet<String> actual = new TreeSet<>();
      ClaimCheck.falseClaims(phases)
          .forEach(c -> actual.add(c.earlier().id() + "+" + c.later().id()));
      assertThat(actual).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static boolean meet(Phase a, Phase b) {
    return a.handling().claim().equals(b.handling().claim())
        && a.scope().touches().stream()
            .anyMatch(one ->
                b.scope().touches().stream()
                    .anyMatch(other -> one.glob().meet(other.glob()).isPresent()));
  }
}
