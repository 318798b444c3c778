package dev.signalbox.glob;

/**
 * Which characters people like to read in an example path. Bands of code points, best first; {@code
 * .} and {@code /} are left to the caller, because they have a meaning in a path.
 */
final class Legible {
  private static final int[][] BANDS = {
    {'x', 'x'},
    {'a', 'z'},
    {'0', '9'},
    {'A', 'Z'},
    {'_', '_'},
    {'-', '-'},
    {'!', '~'},
    {0xA1, 0xAC},
    {0xAE, 0x1FFF},
    {0x2070, 0xD7FF},
    {0x1_0000, 0x10_FFFF},
    {0, 0x10_FFFF}
  };

  private Legible() {}

  /** The number of the best band that has a character in the range; smaller is better. */
  static int band(int low, int high) {
    int band = 0;
    while (high < BANDS[band][0] || low > BANDS[band][1]) {
      band++;
    }
    return band;
  }

  /** The character of the range that is best to read. */
  static int best(int low, int high) {
    return Math.max(low, BANDS[band(low, high)][0]);
  }
}
