package dev.signalbox.journal;

import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Made-up facts. */
public final class Facts {
  public static final RunId RUN = new RunId("shop-1");
  public static final RunId OTHER_RUN = new RunId("shop-2");
  private static final Instant START = Instant.parse("2026-11-22T09:00:00.123456789Z");

  private Facts() {}

  /** A fact whose content follows from its sequence. */
  public static StoredFact of(RunId run, long sequence) {
    return new StoredFact(
        sequence, run, "session-started", 1, START.plusSeconds(sequence), jsonOf(sequence));
  }

  /** Facts {@code first} to {@code last} of {@link #RUN}. */
  public static List<StoredFact> range(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(n -> of(RUN, n)).toList();
  }

  public static AttemptKey attempt(RunId run, String session, int number) {
    return new AttemptKey(new SessionKey(run, new SessionId(session)), number);
  }

  private static String jsonOf(long sequence) {
    return "{\"session\":\"S-A\",\"said\":\"Straße 日本 \\u0000 \\\"" + sequence + "\\\"\"}";
  }
}
