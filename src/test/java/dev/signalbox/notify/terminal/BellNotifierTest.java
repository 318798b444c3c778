package dev.signalbox.notify.terminal;

import dev.signalbox.notify.Notifier;
import dev.signalbox.notify.NotifierContractTest;
import java.io.PrintWriter;
import java.io.StringWriter;

class BellNotifierTest extends NotifierContractTest {

  @Override
  protected Bench bench() {
    StringWriter terminal = new StringWriter();
    Notifier bell = new BellNotifier(new PrintWriter(terminal));
    return new Bench() {
      @Override
      public Notifier notifier() {
        return bell;
      }

      @Override
      public String next() {
        org.assertj.core.api.Assertions.assertThat(terminal.toString()).isEqualTo("\u0007");
        return terminal.toString();
      }

      @Override
      public boolean isQuiet() {
        return terminal.toString().isEmpty();
      }

      @Override
      public void close() {
        bell.close();
      }
    };
  }

  @Override
  protected boolean carriesText() {
    return false;
  }
}
