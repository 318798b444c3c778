package dev.signalbox.cli;

/** What a terminal can do besides taking text. */
public interface Device {

  /** A terminal of that size, which can nothing else. */
  static Device of(int columns, int rows) {
    return new Device() {
      @Override
      public Size size() {
        return new Size(columns, rows);
      }

      @Override
      public boolean isColored() {
        return false;
      }

      @Override
      public Held hold() {
        return new Held() {
          @Override
          public void title(String text) {
            // It has none.
          }

          @Override
          public void close() {
            // Nothing was changed.
          }
        };
      }
    };
  }

  /** In characters. */
  record Size(int columns, int rows) {}

  /** How large it is now. */
  Size size();

  /** Whether it shows colours, and the person wants them. */
  boolean isColored();

  /** Hands each key on at once and does not show it, until that is closed or the program ends. */
  Held hold();

  /** A terminal whose modes are changed. */
  interface Held extends AutoCloseable {
    /** Sets the title of its window, which gets its own one back in the end. */
    void title(String text);

    /** Puts everything back. */
    @Override
    void close();
  }
}
