package dev.signalbox.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    return after(opinions, Map.of(), matching);
  }

  /**
   * The same where some of the reviewers are elsewhere: they stand among the opinions without
   * findings, and what they found is in the record as voices.
   *
   * @param seats whose voice it is, by the number of the feedback; each has an opinion
   */
  public ReviewRecord after(List<Opinion> opinions, Map<Long, String> seats, Matching matching) {
    Vocabulary words = new Vocabulary();
    int voices =
        (int) opinions.stream().map(each -> Tier.voice(each.reviewer())).distinct().count();
    Candidates candidates = new Candidates(matching.groups(opinions, words), matching, words);
    List<Row> known = new ArrayList<>();
    for (Row row : rows) {
      Optional<List<Reported>> again = candidates.take(row);
      known.add(
          again.isPresent() || RowVoices.isSaidIn(row, seats)
              ? foundAgain(
                  row, RowVoices.in(row, round + 1, again.orElse(List.of()), voices, seats))
              : row);
    }
    for (List<Reported> group : candidates.left()) {
      known.add(added(known, group, List.of(), voices, round + 1));
    }
    Recommendation worst =
        opinions.stream()
            .map(Opinion::recommendation)
            .reduce(Recommendation.APPROVE, Recommendation::or);
    return new ReviewRecord(round + 1, worst, known);
  }

  /**
   * What was agreed and is found again was not mended: a person decides once more. Where too few
   * find it for that, it stays agreed: what somebody wanted mended is not forgotten.
   */
  private static Row foundAgain(Row row, Row open) {
    return row.isAgreed() && open.isToBeDecided() ? open : open.ruled(row.ruling());
  }

  private static Row added(
      List<Row> known, List<Reported> group, List<Stance> stances, int reviewers, int round) {
    RowId none = new RowId(Severity.CONSIDER, 1);
    Row unnamed = new Row(none, group, stances, reviewers, round, Optional.empty(), List.of());
    RowId id = next(known, unnamed.severity());
    return new Row(id, group, stances, reviewers, round, Optional.empty(), List.of());
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
        known.set(known.indexOf(fitting.get()), RowVoices.with(fitting.get(), voice));
      } else {
        RowId id = next(known, voice.finding().severity());
        known.add(new Row(id, List.of(), List.of(), 0, round, Optional.empty(), List.of(voice)));
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
          isOpen || RowVoices.isAnswered(row, voice)
              ? matching.margin(voice.finding(), row.said(), words)
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
        rows.stream().map(row -> RowVoices.told(row, feedback, outcome, isRequired)).toList());
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
    return changed(id, row -> row.ruled(Optional.of(new Ruling(decision, who, round))));
  }

  /** The record with those rows to be decided again. */
  public ReviewRecord reopened(List<RowId> ids) {
    return new ReviewRecord(
        round,
        recommendation,
        rows.stream()
            .map(row -> ids.contains(row.id()) ? row.ruled(Optional.empty()) : row)
            .toList());
  }

  /** The rows of the latest round that nobody has decided about, in order. */
  public List<Row> debatable() {
    return rows.stream()
        .filter(row -> !row.findings().isEmpty())
        .filter(row -> row.round() == round && row.ruling().isEmpty())
        .toList();
  }

  /** The record with what reviewers answered; what is about no row of it is left out. */
  public ReviewRecord answered(List<Stance> stances) {
    return new ReviewRecord(
        round,
        recommendation,
        rows.stream()
            .map(row -> {
              List<Stance> about =
                  stances.stream().filter(each -> each.row().equals(row.id())).toList();
              return about.isEmpty() ? row : row.answered(about);
            })
            .toList());
  }

  private ReviewRecord changed(RowId id, UnaryOperator<Row> change) {
    return new ReviewRecord(
        round,
        recommendation,
        rows.stream().map(row -> row.id().equals(id) ? change.apply(row) : row).toList());
  }

  /**
   * The record with the row's findings each in a row of its own. The first keeps the id; none keeps
   * the ruling, which was about something else. What others answered was about all of it, and
   * stands at each.
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
              each.stances(),
              each.reviewers(),
              each.round(),
              each.ruling(),
              each.voices()));
    }
    return new ReviewRecord(round, recommendation, after);
  }

  private static Row part(Row whole, List<Reported> findings, List<Voice> voices) {
    boolean isCounted =
        !findings.isEmpty() || voices.stream().anyMatch(each -> each.seat().isPresent());
    List<Stance> stances = findings.isEmpty() ? List.of() : whole.stances();
    return new Row(
        whole.id(),
        findings,
        stances,
        isCounted ? whole.reviewers() : 0,
        whole.round(),
        Optional.empty(),
        voices);
  }

  /** Why the rows cannot be one; empty where they can. */
  public Optional<String> obstacle(RowId one, RowId other) {
    Optional<Row> kept = row(one);
    Optional<Row> gone = row(other);
    if (kept.isEmpty() || gone.isEmpty()) {
      return Optional.of("expected two rows of the record, found " + one + " and " + other);
    }
    boolean areCounted = kept.get().isOfReviewers() && gone.get().isOfReviewers();
    if (areCounted && kept.get().round() != gone.get().round()) {
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
    List<Stance> stances = new ArrayList<>(kept.stances());
    stances.addAll(gone.stances());
    Row counted = kept.isOfReviewers() ? kept : gone;
    after.add(
        new Row(
            one,
            findings,
            stances,
            counted.reviewers(),
            counted.round(),
            Optional.empty(),
            voices));
    return new ReviewRecord(round, recommendation, after);
  }
}
