package dev.signalbox.glob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GlobIndexTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsWhatTheLoopOverAllPairsFinds(long seed) {
    RandomPatterns random = new RandomPatterns(seed);
    List<Glob> globs = mixed(random, 120);
    GlobIndex index = GlobIndex.of(globs);
    List<Glob> queries = new ArrayList<>(globs);
    queries.addAll(mixed(random, 60));

    for (Glob query : queries) {
      assertThat(meeting(index, query))
          .as("seed %d: %s", seed, query)
          .isEqualTo(where(globs, glob -> glob.meet(query).isPresent()));
    }
    for (int i = 0; i < 100; i++) {
      String path = random.path();
      assertThat(matching(index, path))
          .as("seed %d: %s", seed, path)
          .isEqualTo(where(globs, glob -> glob.matches(path)));
    }
  }

  @Test
  void decidesOnlyTheGlobsThatEndAlike() throws GlobSyntaxException {
    List<Glob> globs = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      globs.add(Glob.parse("**/File" + i + ".java"));
    }
    globs.add(Glob.parse("src/**"));
    globs.add(Glob.literal("src/a/File7.java"));
    GlobIndex index = GlobIndex.of(globs);

    assertThat(meeting(index, globs.get(7))).containsExactly(7, 5_000, 5_001);
    assertThat(matching(index, "src/File8.java")).containsExactly(8, 5_000);
    assertThat(matching(index, "File8.java")).containsExactly(8);
    assertThat(meeting(index, Glob.parse("src/**"))).hasSize(5_002);
  }

  @Test
  void findsNothingInAnEmptyList() throws GlobSyntaxException {
    GlobIndex index = GlobIndex.of(List.of());

    assertThat(meeting(index, Glob.parse("**"))).isEmpty();
    assertThat(meeting(index, Glob.parse("*a"))).isEmpty();
    assertThat(matching(index, "a")).isEmpty();
  }

  private static List<Glob> mixed(RandomPatterns random, int count) {
    Set<Glob> globs = new LinkedHashSet<>();
    while (globs.size() < count) {
      globs.add(
          switch (random.below(4)) {
            case 0 -> Glob.literal(random.path());
            case 1 -> parse(random.path() + "/**");
            default -> random.valid();
          });
    }
    return List.copyOf(globs);
  }

  private static Glob parse(String text) {
    try {
      return Glob.parse(text);
    } catch (GlobSyntaxException e) {
      throw new AssertionError(text, e);
    }
  }

  private static List<Integer> meeting(GlobIndex index, Glob query) {
    List<Integer> found = new ArrayList<>();
    index.forEachMeeting(query, found::add);
    return found;
  }

  private static List<Integer> matching(GlobIndex index, String path) {
    List<Integer> found = new ArrayList<>();
    index.forEachMatching(path, found::add);
    return found;
  }

  private static List<Integer> where(List<Glob> globs, Predicate<Glob> condition) {
    return IntStream.range(0, globs.size())
        .filter(i -> condition.test(globs.get(i)))
        .boxed()
        .toList();
  }
}
