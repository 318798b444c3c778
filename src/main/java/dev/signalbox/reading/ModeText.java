package dev.signalbox.reading;

import dev.signalbox.plan.ExecMode;
import java.util.Locale;
import java.util.Optional;

/**
 * An execution mode as tables and prompts write it: {@code pair}, {@code `tdd`}, {@code spike
 * (analysis-only)}, {@code exec:quick}.
 *
 * @param mode empty where the first word is none of the six
 * @param isAnalysis whether the deliverable is said to be no code
 */
public record ModeText(Optional<ExecMode> mode, boolean isAnalysis) {

  /** Reads {@code text}; what follows the mode is looked at for the word analysis only. */
  public static ModeText of(String text) {
    String plain = InlineText.plain(text).toLowerCase(Locale.ROOT);
    String word = plain.startsWith("exec:") ? plain.substring(5).strip() : plain;
    int end = 0;
    while (end < word.length() && Ascii.isLetter(word.charAt(end))) {
      end++;
    }
    return new ModeText(ExecMode.of(word.substring(0, end)), plain.contains("analysis"));
  }
}
