package dev.signalbox.app;

import dev.signalbox.cli.Device;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terminal that this process stands in. */
final class LocalDevice implements Device {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,3}) ([1-9]\\d{0,3})");
  private static final String KEEP_TITLE = "\u001b[22;0t";
  private static final String TITLE_BACK = "\u001b[23;0t";

  private final Map<String, String> environment;
  private final Size atStart;

  /**
   * A terminal.
   *
   * @param atStart its size as it was measured then
   */
  LocalDevice(Map<String, String> environment, Size atStart) {
    this.environment = Map.copyOf(environment);
    this.atStart = atStart;
  }

  @Override
  public Size size() {
    Optional<String> now = TerminalMode.stty("size");
    Matcher size = SIZE.matcher(now.orElse(""));
    return size.matches()
        ? new Size(Integer.parseInt(size.group(2)), Integer.parseInt(size.group(1)))
        : atStart;
  }

  /** As https://no-color.org asks: the variable, with whatever it holds. */
  @Override
  public boolean isColored() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  @Override
  public Held hold() {
    return new HeldTerminal();
  }

  private static final class HeldTerminal implements Held {
    private final TerminalMode mode = TerminalMode.now();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final Thread atExit = new Thread(this::putBack, "terminal");
    private String shown = "";

    HeldTerminal() {
      Runtime.getRuntime().addShutdownHook(atExit);
      boolean _ = TerminalMode.stty("-icanon", "-echo", "min", "1").isPresent();
    }

    @Override
    public void title(String text) {
      if (!text.equals(shown)) {
        print((shown.isEmpty() ? KEEP_TITLE : "") + "\u001b]0;" + text + "\u0007");
        shown = text;
      }
    }

    private void putBack() {
      if (isClosed.compareAndSet(false, true)) {
        if (!shown.isEmpty()) {
          print(TITLE_BACK);
        }
        mode.restore();
      }
    }

    private static void print(String text) {
      System.out.print(text);
      System.out.flush();
    }

    @Override
    public void close() {
      putBack();
    }
  }
}
