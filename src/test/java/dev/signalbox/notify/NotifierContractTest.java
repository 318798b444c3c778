package dev.signalbox.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every notifier does. */
@Timeout(60)
public abstract class NotifierContractTest {

  /** A notifier, and what came out at its other end. */
  protected interface Bench extends AutoCloseable {
    Notifier notifier();

    /** Waits for one more delivery, as text that holds what was delivered. */
    String next() throws Exception;

    /** What is delivered besides; the caller knows that all is done. */
    boolean isQuiet() throws Exception;

    @Override
    void close();
  }

  /** A bench whose other end takes everything. */
  protected abstract Bench bench() throws Exception;

  /** Whether the title arrives, or only that there is something. */
  protected abstract boolean carriesText();

  protected static Notice notice(String title) {
    return Notice.of(
        new RunId("a-run"),
        new Gate(
            12,
            GateKind.PLAN,
            List.of(new SessionId("S-A")),
            title,
            "SECRET that is shown in the inbox only",
            Optional.empty()));
  }

  @Test
  void aNoticeArrives() throws Exception {
    try (Bench bench = bench()) {
      bench.notifier().tell(notice("S-A shows its plan"));
      String text = bench.next();
      if (carriesText()) {
        assertThat(text).contains("S-A shows its plan", "plan", "12-").doesNotContain("SECRET");
      }
    }
  }

  @Test
  void aHostileTitleIsOnlyText() throws Exception {
    try (Bench bench = bench()) {
      bench
          .notifier()
          .tell(notice("--exec $(touch x); `id` \"\u001b[2J\n\u202E" + "y".repeat(9_000)));
      String text = bench.next();
      assertThat(text).doesNotContain("\u001b", "\u202E").hasSizeLessThan(1_000);
      if (carriesText()) {
        assertThat(text).contains("$(touch x); `id`");
      }
    }
  }

  @Test
  void afterCloseNothingHappens() throws Exception {
    try (Bench bench = bench()) {
      bench.notifier().close();
      assertThatCode(() -> bench.notifier().tell(notice("late"))).doesNotThrowAnyException();
      assertThat(bench.isQuiet()).isTrue();
    }
  }
}
