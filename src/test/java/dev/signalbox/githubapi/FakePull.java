package dev.signalbox.githubapi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a pull request has beside its issue. */
final class FakePull {
  final String branch;
  final List<FakeAccount> requested = new ArrayList<>();
  final Map<Long, Review> reviews = new LinkedHashMap<>();
  final Map<Long, Line> lines = new LinkedHashMap<>();

  /** Issues that a person linked with it. */
  final Set<Integer> linked = new LinkedHashSet<>();

  String base;
  String head;
  boolean isDraft;
  Optional<String> mergeCommit = Optional.empty();
  Optional<Instant> merged = Optional.empty();

  FakePull(String branch, String base, String head) {
    this.branch = branch;
    this.base = base;
    this.head = head;
  }

  /**
   * A review as a whole.
   *
   * @param state such as {@code CHANGES_REQUESTED}
   */
  record Review(long id, FakeAccount author, String state, String body, String head, Instant at) {}

  /**
   * A remark on a line.
   *
   * @param answers the remark that began the thread; empty for that one itself
   */
  record Line(
      long id,
      FakeAccount author,
      String body,
      Spot spot,
      Optional<Long> answers,
      Instant created,
      Instant updated) {

    Line at(Spot next, Instant when) {
      return new Line(id, author, body, next, answers, created, when);
    }
  }

  /**
   * Where a remark is.
   *
   * @param line empty when it is gone
   * @param made the commit that it was made on
   * @param shown the commit that GitHub binds it to now
   */
  record Spot(String path, Optional<Integer> line, String made, String shown, boolean isResolved) {

    Spot resolved() {
      return new Spot(path, line, made, shown, true);
    }
  }
}
