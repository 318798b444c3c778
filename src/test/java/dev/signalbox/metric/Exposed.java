package dev.signalbox.metric;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of figures, read line by line: what is neither a comment nor a sample is a failure. */
final class Exposed {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{[^{}]*\\})?) ([0-9.eE+-]+|NaN|\\+Inf)");

  private Exposed() {}

  /** Values by their series, such as {@code signalbox_sessions{state="Working"}}. */
  static Map<String, Double> samples(String text) {
    Map<String, Double> samples = new TreeMap<>();
    for (String line : text.split("\n", -1)) {
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches()) {
        if (samples.put(sample.group(1), Double.valueOf(sample.group(2))) != null) {
          throw new AssertionError("twice: " + line);
        }
      } else if (!line.isEmpty() && !line.matches("# (HELP|TYPE) signalbox_[a-z_]+ .+")) {
        throw new AssertionError("no sample: " + line);
      }
    }
    return samples;
  }
}
