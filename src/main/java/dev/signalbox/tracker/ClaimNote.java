package dev.signalbox.tracker;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A claim as a comment on its issue: people read who works on it, engines on other machines read
 * whether they may.
 *
 * @param number the fencing number; the highest of an issue counts
 * @param who the engine and its session
 * @param end when it ends by itself, or was given back
 */
public record ClaimNote(long number, Who who, Instant since, End end) {
  private static final String WORKING = "Signalbox works on this issue. Others leave it alone.";
  private static final String GIVEN_BACK = "Signalbox has given this issue back.";

  /** A code block: whatever turns the comment into something else and back keeps it as it is. */
  private static final Pattern FORM =
      Pattern.compile(
          "[^`]{0,200}```\\w{0,20}\\n"
              + "signalbox claim ([1-9][0-9]{0,17})\\n"
              + "engine: (\\S{1,200})\\n"
              + "session: (\\S{1,200})\\n"
              + "since: (\\S{1,40})\\n"
              + "(until|released): (\\S{1,40})\\n"
              + "```\\s*");

  public ClaimNote {
    if (number < 1) {
      throw new IllegalArgumentException("expected a number from 1, found " + number);
    }
  }

  /**
   * Who claims.
   *
   * @param engine unique among all engines, such as {@code host/user/1f2e3d4c}
   * @param session unique within the engine
   */
  public record Who(String engine, String session) {
    public Who {
      if (!isPlain(engine) || !isPlain(session)) {
        throw new IllegalArgumentException(
            "expected words without blanks and backquotes, found " + engine + " and " + session);
      }
    }

    private static boolean isPlain(String text) {
      return text.matches("[\\p{Graph}&&[^`]]{1,200}");
    }

    @Override
    public String toString() {
      return session + " on " + engine;
    }
  }

  /** How a claim ends. */
  public sealed interface End {

    /** It holds until then, unless it is prolonged. */
    record Until(Instant time) implements End {}

    /** It was given back. */
    record Released(Instant time) implements End {}
  }

  /** The key of the note with that number: the same on every machine. */
  public static NoteKey key(long number) {
    return new NoteKey("claim/" + number);
  }

  /** The end of its lease; empty when it was given back. */
  public Optional<Instant> until() {
    return switch (end) {
      case End.Until(Instant time) -> Optional.of(time);
      case End.Released _ -> Optional.empty();
    };
  }

  /** The same claim with another end. */
  public ClaimNote with(End other) {
    return new ClaimNote(number, who, since, other);
  }

  /** What people and engines read. */
  public String text() {
    boolean isHeld = end instanceof End.Until;
    String time =
        switch (end) {
          case End.Until(Instant until) -> "until: " + until;
          case End.Released(Instant released) -> "released: " + released;
        };
    return "%s\n\n```text\nsignalbox claim %d\nengine: %s\nsession: %s\nsince: %s\n%s\n```"
        .formatted(isHeld ? WORKING : GIVEN_BACK, number, who.engine(), who.session(), since, time);
  }

  /** The claim that a comment holds; empty for any other comment, also one that is nearly right. */
  public static Optional<ClaimNote> parse(String body) {
    Matcher form = FORM.matcher(body);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      Instant time = Instant.parse(form.group(6));
      return Optional.of(
          new ClaimNote(
              Long.parseLong(form.group(1)),
              new Who(form.group(2), form.group(3)),
              Instant.parse(form.group(4)),
              form.group(5).equals("until") ? new End.Until(time) : new End.Released(time)));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
