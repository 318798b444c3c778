package dev.signalbox.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random small patterns against every short path, in both directions. */
final class GlobBruteForceTest {
  private static final List<String> PATHS = RandomPatterns.Paths.UP_TO_FIVE;

  private final Map<String, NaiveGlob> oracles = new LinkedHashMap<>();
  private final Map<String, BitSet> matched = new LinkedHashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void takesAPatternExactlyIfEveryChoiceOfAlternativesIsSensible(long seed) {
    RandomPatterns random = new RandomPatterns(seed);
    int taken = 0;
    for (int i = 0; i < 3_000; i++) {
      String text = random.any();
      boolean parses = parses(text);
      taken += parses ? 1 : 0;
      assertThat(parses).as("seed %d: %s", seed, text).isEqualTo(new NaiveGlob(text).isValid());
    }
    assertThat(taken).isBetween(500, 2_900);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void matchesWhatTheOracleMatches(long seed) {
    for (Glob glob : new RandomPatterns(seed).valid(300)) {
      for (int i = 0; i < PATHS.size(); i++) {
        String path = PATHS.get(i);
        if (glob.matches(path) != paths(glob).get(i)) {
          fail("seed %d: %s and %s: oracle says %s", seed, glob, path, paths(glob).get(i));
        }
      }
      assertThat(oracle(glob).matches(glob.witness())).as("seed %d: %s", seed, glob).isTrue();
      assertThat(Glob.isPath(glob.witness())).as("seed %d: %s", seed, glob).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void findsAPathThatBothMatchExactlyIfThereIsOne(long seed) {
    List<Glob> globs = new RandomPatterns(seed).valid(60);
    int disjoint = 0;
    for (Glob a : globs) {
      for (Glob b : globs) {
        Optional<String> witness = a.meet(b);
        String context = "seed %d: %s and %s: %s".formatted(seed, a, b, witness);
        disjoint += witness.isPresent() ? 0 : 1;
        assertThat(a.meets(b)).as(context).isEqualTo(witness.isPresent());
        if (witness.isPresent()) {
          assertBothMatch(a, b, witness.orElseThrow(), context);
        } else {
          assertThat(paths(a).intersects(paths(b))).as(context).isFalse();
        }
      }
    }
    assertThat(disjoint).isBetween(300, 3_300);
  }

  private void assertBothMatch(Glob a, Glob b, String path, String context) {
    assertThat(Glob.isPath(path)).as(context).isTrue();
    assertThat(oracle(a).matches(path)).as(context).isTrue();
    assertThat(oracle(b).matches(path)).as(context).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void findsAPathOutsideTheContainersExactlyIfThereIsOne(long seed) {
    RandomPatterns random = new RandomPatterns(seed);
    List<Glob> globs = random.valid(200);
    int contained = 0;
    for (int i = 0; i < 3_000; i++) {
      Glob glob = globs.get(random.below(globs.size()));
      List<Glob> containers = new ArrayList<>();
      for (int j = random.below(4); j >= 0; j--) {
        containers.add(globs.get(random.below(globs.size())));
      }
      Optional<String> escape = glob.escapeFrom(containers);
      String context = "seed %d: %s from %s: %s".formatted(seed, glob, containers, escape);
      contained += escape.isPresent() ? 0 : 1;
      if (escape.isPresent()) {
        String path = escape.orElseThrow();
        assertThat(Glob.isPath(path)).as(context).isTrue();
        assertThat(oracle(glob).matches(path)).as(context).isTrue();
        assertThat(containers).as(context).noneMatch(c -> oracle(c).matches(path));
      } else {
        BitSet left = (BitSet) paths(glob).clone();
        containers.forEach(c -> left.andNot(paths(c)));
        assertThat(left.isEmpty()).as(context).isTrue();
      }
    }
    assertThat(contained).isBetween(100, 2_900);
  }

  @Test
  void knowsAllShortPaths() {
    assertThat(PATHS).contains("a", "...", "a/b/a", ".a/b").doesNotContain(".", "a/..", "a//b", "");
  }

  private static boolean parses(String text) {
    try {
      Glob.parse(text);
      return true;
    } catch (GlobSyntaxException e) {
      return false;
    }
  }

  private NaiveGlob oracle(Glob glob) {
    return oracles.computeIfAbsent(glob.text(), NaiveGlob::new);
  }

  /** The places of the paths that the oracle matches. */
  private BitSet paths(Glob glob) {
    return matched.computeIfAbsent(
        glob.text(),
        _ -> {
          BitSet bits = new BitSet();
          for (int i = 0; i < PATHS.size(); i++) {
            bits.set(i, oracle(glob).matches(PATHS.get(i)));
          }
          return bits;
        });
  }
}
