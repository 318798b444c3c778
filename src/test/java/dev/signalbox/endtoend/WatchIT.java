package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A terminal with {@code watch} is left open, while engines come and go. */
@Timeout(180)
class WatchIT {
  private static final int COLUMNS = 100;

  @TempDir private Path folder = Path.of("");

  private static TerminalWindow watch(Shop shop, String... options) throws Exception {
    List<String> words = new ArrayList<>(shop.command("watch"));
    words.add(1, "-Dsignalbox.rows=40");
    words.add(1, "-Dsignalbox.columns=" + COLUMNS);
    words.addAll(List.of("--state", shop.state().toString()));
    words.addAll(List.of(options));
    return TerminalWindow.open(shop::builder, shop.repository(), COLUMNS, words);
  }

  @Test
  void goesOnWithTheNextEngineUntilTheRunIsOver() throws Exception {
    Shop shop = Shop.in(folder).open();
    shop.commit();
    TerminalWindow window;
    try (Program engine = shop.dispatch("scripted")) {
      Gate commands = shop.gate(engine, GateKind.COMMANDS);
      window = watch(shop);
      window.shows("signalbox approve " + commands.id());
      window.shows("engine at work");
      assertThat(window.title()).isEqualTo("signalbox: 1 for you");
      window.resize(60, 12);
      window.shows("more lines: signalbox status");
      engine.kill();
      window.shows("NO ENGINE");
      window.resize(COLUMNS, 40);
      window.shows("x   signalbox dispatch " + shop.plan());
      assertThat(window.title()).isEqualTo("signalbox: no engine");
    }
    try (window;
        Program engine = shop.dispatch("scripted")) {
      window.shows("An engine is at work again");
      try (Person _ = Person.whoApproves(shop)) {
        assertThat(engine.exit(90)).as(engine.printed()).isZero();
        assertThat(window.exit()).isZero();
        window.shows("Run gift-cards-1: 5 merged, 0 failed, 0 abandoned");
        window.shows("  over");
      }
    }
  }

  @Test
  void isLeftWithAKeyAndTheTerminalIsAsItWas() throws Exception {
    Shop shop = Shop.in(folder).open();
    shop.commit();
    shop.set("NO_COLOR", "1");
    try (Program engine = shop.dispatch("scripted")) {
      Gate commands = shop.gate(engine, GateKind.COMMANDS);
      try (TerminalWindow window = watch(shop)) {
        window.shows("signalbox approve " + commands.id());
        assertThat(window.modes()).contains("-icanon", "-echo ");
        assertThat(window.coloured()).doesNotContain("\u001b[");
        window.press("q");
        assertThat(window.exit()).isZero();
        assertThat(window.text()).contains("signalbox approve " + commands.id());
        assertThat(window.modes()).doesNotContain("-icanon", "-echo ");
      }
      try (TerminalWindow window = watch(shop)) {
        window.shows("signalbox approve " + commands.id());
        window.press("C-c");
        assertThat(window.exit()).isEqualTo(130);
        assertThat(window.modes()).doesNotContain("-icanon", "-echo ");
      }
      assertThat(engine.isAlive()).isTrue();
    }
    shop.cutThePower();
  }
}
