package dev.signalbox.tracker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who has an issue, by the notes on it. Everybody who reads the same notes comes to the same
 * answer: the highest number counts, and under one number the note that the tracker took first.
 *
 * @param notes of accounts that are trusted, lowest number first; of one number the first alone
 */
public record ClaimContest(List<ClaimNote> notes) {
  public ClaimContest {
    notes = List.copyOf(notes);
  }

  /** What follows for one who wants the issue. */
  public sealed interface Standing {

    /** It is his, and holds still. */
    record Mine(ClaimNote note) implements Standing {}

    /** Somebody else has it. */
    record Taken(ClaimNote note) implements Standing {}

    /**
     * Nobody has it.
     *
     * @param next the number that a claim has to have
     */
    record Free(long next) implements Standing {}
  }

  /**
   * The notes among comments. A note counts only if its author is trusted and it stands under the
   * key of its own number: whoever else writes one has written a comment.
   *
   * @param comments in the tracker's order
   * @param trusted ids of accounts: the engine's own, and those of the others' engines
   */
  public static ClaimContest of(List<Comment> comments, Set<String> trusted) {
    SortedMap<Long, ClaimNote> byNumber = new TreeMap<>();
    comments.stream()
        .filter(comment -> comment.author().filter(by -> trusted.contains(by.uid())).isPresent())
        .flatMap(comment ->
            ClaimNote.parse(comment.body())
                .filter(note -> comment.key().equals(Optional.of(ClaimNote.key(note.number()))))
                .stream())
        .forEach(note -> byNumber.putIfAbsent(note.number(), note));
    return new ClaimContest(List.copyOf(byNumber.values()));
  }

  /** The note that counts. */
  public Optional<ClaimNote> highest() {
    return notes.isEmpty() ? Optional.empty() : Optional.of(notes.getLast());
  }

  /**
   * How {@code who} stands. His own claim ends at its time; those of others only {@code margin}
   * later, so that clocks that differ by less never let two work at once.
   */
  public Standing standing(ClaimNote.Who who, Instant now, Duration margin) {
    if (highest().isEmpty()) {
      return new Standing.Free(1);
    }
    ClaimNote note = highest().get();
    boolean isOwn = note.who().equals(who);
    boolean isHeld =
        note.until().filter(until -> now.isBefore(isOwn ? until : until.plus(margin))).isPresent();
    if (!isHeld) {
      return new Standing.Free(note.number() + 1);
    }
    return isOwn ? new Standing.Mine(note) : new Standing.Taken(note);
  }
}
