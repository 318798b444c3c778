package dev.signalbox.journal.sqlite;

import dev.signalbox.error.SignalboxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A look at every page and every fact of a journal, which an ordinary start does not take. */
public final class JournalCheck {
  private JournalCheck() {}

  /**
   * The first damage; empty for an intact journal and for none. Takes about a second for a million
   * facts.
   */
  public static Optional<SignalboxException> look(Path file) {
    try {
      Database.view(file).ifPresent(JournalCheck::look);
      return Optional.empty();
    } catch (SignalboxException e) {
      return Optional.of(e);
    }
  }

  private static void look(Database database) {
    try (database) {
      database.read(connection -> {
        pages(connection, database.file());
        return FactRows.readAll(connection, database.file());
      });
    }
  }

  private static void pages(Connection connection, Path file) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
      String found = row.next() ? row.getString(1) : "no answer";
      if (!found.equals("ok")) {
        throw Failure.corrupt(file, "found " + found);
      }
    }
  }
}
