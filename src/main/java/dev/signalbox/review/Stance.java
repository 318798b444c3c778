package dev.signalbox.review;

import java.util.Locale;
import java.util.Optional;

/**
 * What a reviewer answers to a finding of others, in the second round of a debate. All text is the
 * reviewer's and untrusted.
 *
 * @param severity what it should be; for {@link Kind#PRIORITY} only
 */
public record Stance(
    RowId row, String reviewer, Kind kind, Optional<Severity> severity, String reason) {

  /** The six answers. */
  public enum Kind {
    /** It is right, as it stands: counts as found by this reviewer too. */
    AGREE,
    /** It is right, and there is more to it: counts as found by this reviewer too. */
    COMPLEMENT,
    /** It is wrong; the finding stays, with the reason. */
    CONTRADICT,
    /** It should have another severity. */
    PRIORITY,
    /** It is not part of what is reviewed. */
    SCOPE,
    /** A person has to decide about it, whoever else found it. */
    ESCALATE;

    /** Reads {@code AGREE}, in any case. */
    static Optional<Kind> of(String word) {
      for (Kind each : values()) {
        if (each.name().equalsIgnoreCase(word)) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }

  /** Whether it counts as found by this reviewer too. */
  public boolean isSupport() {
    return kind == Kind.AGREE || kind == Kind.COMPLEMENT;
  }

  /** {@code agrees}, {@code contradicts}: after the reviewer's name. */
  public String verb() {
    return switch (kind) {
      case AGREE -> "agrees";
      case COMPLEMENT -> "agrees and adds";
      case CONTRADICT -> "contradicts";
      case PRIORITY ->
          "calls it " + severity.map(Severity::word).orElse("").toLowerCase(Locale.ROOT);
      case SCOPE -> "says out of scope";
      case ESCALATE -> "asks for a person's decision";
    };
  }
}
