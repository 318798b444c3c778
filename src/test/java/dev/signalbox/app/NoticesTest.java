package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Input;
import dev.signalbox.notify.Notice;
import dev.signalbox.notify.Notifier;
import dev.signalbox.session.RunId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NoticesTest {
  private final BlockingQueue<Notice> told = new LinkedBlockingQueue<>();
  private final Notifier notifier =
      new Notifier() {
        @Override
        public void tell(Notice notice) {
          told.add(notice);
        }

        @Override
        public void close() {}
      };

  private Notices begin(EngineController engine) {
    return Notices.start(new RunId("a-run"), engine, List.of(notifier));
  }

  private GateKind next() throws InterruptedException {
    Notice notice = told.poll(30, TimeUnit.SECONDS);
    assertThat(notice).isNotNull();
    return notice.kind();
  }

  @Test
  void eachGateIsToldOnceAndAgainAfterARestart() throws InterruptedException {
    EngineController engine = EngineController.waiting("the table");
    try (Notices _ = begin(engine)) {
      assertThat(next()).isEqualTo(GateKind.TABLE);
      var table = engine.gate(GateKind.TABLE);
      engine.submit(
          new Input.Decide(table.number(), table.hash(), new GateDecision.Approved(), "anna"));
    }
    EngineController working = EngineController.working();
    try (Notices _ = begin(working)) {
      working.showPlan(RunSketch.A, "a plan");
      assertThat(next()).isEqualTo(GateKind.PLAN);
      working.pulse(RunSketch.B, 1, "a change that opens no gate");
      working.showPlan(RunSketch.B, "another plan");
      assertThat(next()).isEqualTo(GateKind.PLAN);
    }
    assertThat(told).isEmpty();
    try (Notices _ = begin(working)) {
      assertThat(next()).isEqualTo(GateKind.PLAN);
      assertThat(next()).isEqualTo(GateKind.PLAN);
    }
    assertThat(told).isEmpty();
  }
}
