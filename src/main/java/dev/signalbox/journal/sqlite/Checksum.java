package dev.signalbox.journal.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Seals rows. */
final class Checksum {
  private Checksum() {}

  /**
   * The CRC-32C of a row's columns. Only the last may hold a line break, so that no text can move
   * from one column to another.
   */
  static long of(Object... columns) {
    CRC32C crc = new CRC32C();
    for (Object column : columns) {
      crc.update(column.toString().getBytes(StandardCharsets.UTF_8));
      crc.update('\n');
    }
    return crc.getValue();
  }
}
