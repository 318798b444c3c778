package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.Settled;
import dev.signalbox.review.RecordText;
import dev.signalbox.review.Row;
import dev.signalbox.session.SessionId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that policy knows of a run.
 *
 * @param spec empty before the run is opened
 * @param sequence of the last fact
 * @param sessions in the table's order
 * @param decisions of people, awaited and made
 * @param feedback what came in from outside, by number
 */
public record RunState(
    Optional<RunSpec> spec,
    long sequence,
    SortedMap<SessionId, Session> sessions,
    Decisions decisions,
    SortedMap<Long, Feedback> feedback,
    Course course,
    Registry registry) {
  public RunState {
    sessions = Collections.unmodifiableSortedMap(new TreeMap<>(sessions));
    feedback = Collections.unmodifiableSortedMap(new TreeMap<>(feedback));
  }

  /**
   * What people decide.
   *
   * @param open gates, by number
   * @param settled decided ones, by number
   * @param reviews what they decide about findings, by number
   * @param revisions of the table, the earliest first
   */
  public record Decisions(
      SortedMap<Long, Gate> open,
      SortedMap<Long, Settled> settled,
      SortedMap<Long, Review> reviews,
      List<Revision> revisions) {
    public Decisions {
      revisions = List.copyOf(revisions);
      reviews = Collections.unmodifiableSortedMap(new TreeMap<>(reviews));
      open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
      settled = Collections.unmodifiableSortedMap(new TreeMap<>(settled));
    }
  }

  /** Open gates, by number. */
  public SortedMap<Long, Gate> gates() {
    return decisions.open();
  }

  /** Decided gates, by number. */
  public SortedMap<Long, Settled> settled() {
    return decisions.settled();
  }

  /** What people changed in the table before it was approved, the earliest first. */
  public List<Revision> revisions() {
    return decisions.revisions();
  }

  /** Reviews, by number. */
  public SortedMap<Long, Review> reviews() {
    return decisions.reviews();
  }

  /** A run that is not opened, in a journal whose last fact has that sequence; 0 if it is empty. */
  public static RunState before(long sequence) {
    return new RunState(
        Optional.empty(),
        sequence,
        new TreeMap<>(),
        new Decisions(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of()),
        new TreeMap<>(),
        Course.NOT_BEGUN,
        new Registry(0, 0, Optional.empty()));
  }

  /**
   * How far the run is.
   *
   * @param batch the current one, from 1; 0 before the first
   * @param cancelled by whom, and why; empty unless it is
   * @param capRaises how often a person let it spend as much again
   */
  public record Course(int batch, Optional<String> cancelled, boolean isClosed, int capRaises) {
    static final Course NOT_BEGUN = new Course(0, Optional.empty(), false, 0);

    /** Why sessions of a cancelled run end. */
    static final String CANCELLED = "the run was cancelled";

    /** Whether a person stopped it. */
    public boolean isCancelled() {
      return cancelled.isPresent();
    }

    Course inBatch(int number) {
      return new Course(number, cancelled, isClosed, capRaises);
    }

    Course cancelled(String how) {
      return new Course(batch, Optional.of(how), isClosed, capRaises);
    }

    Course closed() {
      return new Course(batch, cancelled, true, capRaises);
    }

    Course capRaised() {
      return new Course(batch, cancelled, isClosed, capRaises + 1);
    }
  }

  /**
   * What the plan file shows.
   *
   * @param due the last fact that it has to show
   * @param written the last fact that it shows, or that it was refused for
   * @param refusal why it could not be written the last time
   */
  public record Registry(long due, long written, Optional<String> refusal) {}

  /** The session with that id. */
  public Optional<Session> find(SessionId id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /** The review's decision record as Markdown lines, as far as it is. */
  public List<String> recordOf(Review review) {
    return RecordText.of(ReviewText.heading(this, review), review.record());
  }

  /**
   * Whether what was agreed in a row is dealt with: it was looked for again and not found, or what
   * was handed back for it came in changed; of the plan, every session that was told is merged.
   */
  public boolean isMended(Review review, Row row) {
    if (review.subject().isEmpty()) {
      return PlanAgreements.concerned(this, row).stream()
          .allMatch(session -> session.state() instanceof SessionState.Merged);
    }
    return find(review.subject().get())
        .filter(session -> review.isMended(row, session))
        .isPresent();
  }

  /** The first message of a new conversation of that session. */
  public String promptOf(Session session) {
    return SessionPrompt.of(this, session);
  }

  /** The commit that the session's workspace starts from; empty for the base as it is. */
  public Optional<String> startOf(SessionId id) {
    return ReviewerSession.start(this, id);
  }

  /** The same state in a journal that other runs have added to since. */
  public RunState after(long lastSequence) {
    return new RunState(
        spec, Math.max(sequence, lastSequence), sessions, decisions, feedback, course, registry);
  }
}
