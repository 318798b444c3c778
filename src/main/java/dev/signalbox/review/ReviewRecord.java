package dev.signalbox.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The Review Decision Record: what the reviewers of all rounds found, and what a person decided
 * about each. No row ever vanishes; rows keep their ids.
 *
 * @param round the latest, from 1; 0 before the first
 * @param recommendation the worst of that round's reviewers
 * @param rows in the order of their ids
 */
public record ReviewRecord(int round, Recommendation recommendation, List<Row> rows) {
  /** Nothing was reviewed yet. */
  public static final ReviewRecord EMPTY = new ReviewRecord(0, Recommendation.APPROVE, List.of());

  public ReviewRecord {
    rows = rows.stream().sorted(Comparator.comparing(Row::id)).toList();
  }

  /**
   * The record after one more round.
   *
   * @param opinions at least one; a reviewer who gave none is not counted
   */
  public ReviewRecord after(List<Opinion> opinions, Matching matching) {
    Vocabulary words = new Vocabulary();
    List<List<Reported>> groups = new ArrayList<>(matching.groups(opinions, words));
    List<Row> known = new ArrayList<>();
    for (Row row : rows) {
      Optional<List<Reported>> again = best(row, groups, matching, words);
      again.ifPresent(groups::remove);
      known.add(again.map(found -> foundAgain(row, found, opinions.size())).orElse(row));
    }
    for (List<Reported> group : groups) {
      known.add(added(known, group, opinions.size(), round + 1));
    }
    Recommendation worst =
        opinions.stream()
            .map(Opinion::recommendation)
            .reduce(Recommendation.APPROVE, Recommendation::or);
    return new ReviewRecord(round + 1, worst, known);
  }

  private static Optional<List<Reported>> best(
      Row row, List<List<Reported>> groups, Matching matching, Vocabulary words) {
    Optional<List<Reported>> best = Optional.empty();
    int most = -1;
    for (List<Reported> group : groups) {
      int margin = matching.margin(group, row.said(), words);
      if (margin > most) {
        best = Optional.of(group);
        most = margin;
      }
    }
    return best;
  }

  /** What was agreed and is found again was not mended: a person decides once more. */
  private Row foundAgain(Row row, List<Reported> found, int reviewers) {
    return new Row(
        row.id(),
        found,
        reviewers,
        round + 1,
        row.isAgreed() ? Optional.empty() : row.ruling(),
        row.voices());
  }

  private static Row added(List<Row> known, List<Reported> group, int reviewers, int round) {
    Row unnamed =
        new Row(new RowId(Severity.CONSIDER, 1), group, reviewers, round, Optional.empty());
    return new Row(next(known, unnamed.severity()), group, reviewers, round, Optional.empty());
  }

  /**
   * The record with what others say. A voice joins the row that it fits best, of those that nobody
   * has decided about and where its speaker has no other, or where its speaker was answered before
   * and says it again; else it is a row of its own.
   *
   * @param said with at least one finding each, in order
   */
  public ReviewRecord heard(List<Voice> said, Matching matching) {
    Vocabulary words = new Vocabulary();
    List<Row> known = new ArrayList<>(rows);
    for (Voice voice : said) {
      Optional<Row> fitting = fitting(known, voice, matching, words);
      if (fitting.isPresent()) {
        known.set(known.indexOf(fitting.get()), fitting.get().with(voice));
      } else {
        RowId id = next(known, voice.finding().severity());
        known.add(new Row(id, List.of(), 0, round, Optional.empty(), List.of(voice)));
      }
    }
    return new ReviewRecord(round, recommendation, known);
  }

  private static Optional<Row> fitting(
      List<Row> known, Voice voice, Matching matching, Vocabulary words) {
    Optional<Row> best = Optional.empty();
    int most = -1;
    for (Row row : known) {
      boolean isOpen = row.ruling().isEmpty() && !row.isSaidBy(voice.reviewer());
      int margin =
          isOpen || row.isAnswered(voice)
              ? matching.margin(List.of(voice.reported()), row.said(), words)
              : -1;
      if (margin > most) {
        best = Optional.of(row);
        most = margin;
      }
    }
    return best;
  }

  /** The record after that became of a feedback. */
  public ReviewRecord told(long feedback, Voice.Outcome outcome, boolean isRequired) {
    return new ReviewRecord(
        round,
        recommendation,
        rows.stream().map(row -> row.told(feedback, outcome, isRequired)).toList());
  }

  private static RowId next(List<Row> known, Severity letter) {
    int last =
        known.stream()
            .map(Row::id)
            .filter(id -> id.letter() == letter)
            .mapToInt(RowId::number)
            .max()
            .orElse(0);
    return new RowId(letter, last + 1);
  }

  /** The row of that id. */
  public Optional<Row> row(RowId id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /** The rows that Gate 2 waits for. */
  public List<Row> toBeDecided() {
    return rows.stream().filter(Row::isToBeDecided).toList();
  }

  /** Whether every critical and important row has its decision (Gate 2). */
  public boolean isDecided() {
    return toBeDecided().isEmpty();
  }

  /**
   * Whether what was agreed is mended: the latest round found it no more, or where only others
   * found it, the session changed the work for all of them.
   */
  public boolean isMended(Row row) {
    return row.isAgreed()
        && (row.findings().isEmpty()
            ? row.voices().stream()
                .allMatch(each -> each.outcome().standing() == Voice.Standing.ADDRESSED)
            : row.round() < round);
  }

  /** The record with a decision about one row; a later one takes the place of an earlier. */
  public ReviewRecord ruled(RowId id, RowDecision decision, String who) {
    return changed(id, row -> row.ruled(new Ruling(decision, who, round)));
  }

  /** The record with those rows to be decided again. */
  public ReviewRecord reopened(List<RowId> ids) {
    return new ReviewRecord(
        round,
        recommendation,
        rows.stream().map(row -> ids.contains(row.id()) ? row.open() : row).toList());
  }

  private ReviewRecord changed(RowId id, UnaryOperator<Row> change) {
    return new ReviewRecord(
        round,
        recommendation,
        rows.stream().map(row -> row.id().equals(id) ? change.apply(row) : row).toList());
  }

  /**
   * The record with the row's findings each in a row of its own. The first keeps the id; none keeps
   * the ruling, which was about something else.
   */
  public ReviewRecord split(RowId id) {
    Row whole = row(id).orElseThrow(() -> new IllegalArgumentException("no row " + id));
    List<Row> after = new ArrayList<>(rows);
    after.remove(whole);
    List<Row> parts = new ArrayList<>();
    whole.findings().forEach(each -> parts.add(part(whole, List.of(each), List.of())));
    whole.voices().forEach(each -> parts.add(part(whole, List.of(), List.of(each))));
    after.add(parts.removeFirst());
    for (Row each : parts) {
      after.add(
          new Row(
              next(after, each.severity()),
              each.findings(),
              each.reviewers(),
              each.round(),
              each.ruling(),
              each.voices()));
    }
    return new ReviewRecord(round, recommendation, after);
  }

  private static Row part(Row whole, List<Reported> findings, List<Voice> voices) {
    int reviewers = findings.isEmpty() ? 0 : whole.reviewers();
    return new Row(whole.id(), findings, reviewers, whole.round(), Optional.empty(), voices);
  }

  /** Why the rows cannot be one; empty where they can. */
  public Optional<String> obstacle(RowId one, RowId other) {
    Optional<Row> kept = row(one);
    Optional<Row> gone = row(other);
    if (kept.isEmpty() || gone.isEmpty()) {
      return Optional.of("expected two rows of the record, found " + one + " and " + other);
    }
    boolean isOfReviewers = !kept.get().findings().isEmpty() && !gone.get().findings().isEmpty();
    if (isOfReviewers && kept.get().round() != gone.get().round()) {
      return Optional.of("%s and %s are of different rounds".formatted(one, other));
    }
    return gone.get().said().stream()
        .map(Reported::reviewer)
        .filter(name -> kept.get().said().stream().anyMatch(each -> each.reviewer().equals(name)))
        .findFirst()
        .map(name -> "%s told %s and %s apart".formatted(name, one, other));
  }

  /** The record with the second row's findings in the first, where nothing stands against that. */
  public ReviewRecord joined(RowId one, RowId other) {
    obstacle(one, other)
        .ifPresent(why -> {
          throw new IllegalArgumentException(why);
        });
    Row kept = row(one).orElseThrow();
    Row gone = row(other).orElseThrow();
    List<Reported> findings = new ArrayList<>(kept.findings());
    findings.addAll(gone.findings());
    List<Row> after = new ArrayList<>(rows);
    after.remove(kept);
    after.remove(gone);
    List<Voice> voices = new ArrayList<>(kept.voices());
    voices.addAll(gone.voices());
    Row counted = kept.findings().isEmpty() ? gone : kept;
    after.add(
        new Row(one, findings, counted.reviewers(), counted.round(), Optional.empty(), voices));
    return new ReviewRecord(round, recommendation, after);
  }
}
