package dev.signalbox.journal.sqlite;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** What SQLite reports, for people. */
final class Failure {
  private static final int PRIMARY_CODE = 0xFF;
  private static final int PERMISSION = 3;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READ_ONLY = 8;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int NOT_A_DATABASE = 26;

  private Failure() {}

  static SignalboxException of(Path file, SQLException e) {
    int code = e instanceof SQLiteException sqlite ? sqlite.getResultCode().code : e.getErrorCode();
    return switch (code & PRIMARY_CODE) {
      case CORRUPT, NOT_A_DATABASE -> corrupt(file, "found " + e.getMessage(), e);
      case BUSY, LOCKED ->
          failed(file, "found it locked by another program", "end the program that holds it", e);
      case FULL -> failed(file, "found the disk full", "free space, then start again", e);
      case PERMISSION, READ_ONLY, CANNOT_OPEN ->
          failed(file, "found " + e.getMessage(), "check the owner and mode of file and folder", e);
      default -> failed(file, "found " + e.getMessage(), "check the disk, then start again", e);
    };
  }

  /** Damage: {@code found} says what, beginning with that word. */
  static SignalboxException corrupt(Path file, String found) {
    return corrupt(file, found, null);
  }

  static SignalboxException corrupt(Path file, String found, @Nullable Exception e) {
    return new SignalboxException(
        ErrorCode.JOURNAL_CORRUPT,
        file + ": expected an intact journal, " + found,
        List.of(
            "copy the journal's files (.db, .db-wal, .db-shm) to a safe place before anything else",
            "restore the folder from a backup, or save what is readable: sqlite3 FILE .recover",
            "without either, move the files away: a new journal starts, branches stay in git"),
        e);
  }

  private static SignalboxException failed(Path file, String found, String hint, SQLException e) {
    return new SignalboxException(
        ErrorCode.JOURNAL_FAILED,
        file + ": expected to use the journal, " + found,
        List.of(hint),
        e);
  }
}
