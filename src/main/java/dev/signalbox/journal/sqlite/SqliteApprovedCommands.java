package dev.signalbox.journal.sqlite;

import dev.signalbox.approval.ShownHash;
import dev.signalbox.journal.ApprovedCommands;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;

/** Approvals as rows. */
public final class SqliteApprovedCommands implements ApprovedCommands {
  private static final String INSERT =
      "INSERT INTO approved_command (repository, command_sha256, approved_by, approved_at)"
          + " VALUES (?, ?, ?, ?) ON CONFLICT (repository, command_sha256) DO NOTHING";
  private static final String SELECT =
      "SELECT approved_by, approved_at FROM approved_command"
          + " WHERE repository = ? AND command_sha256 = ?";

  private final Database database;

  private SqliteApprovedCommands(Database database) {
    this.database = database;
  }

  /** Opens the approvals of a journal's file, and makes it if need be. Its folder exists. */
  public static ApprovedCommands open(Path file) {
    return new SqliteApprovedCommands(Database.open(file));
  }

  @Override
  public void approve(String repository, String command, Approval approval) {
    database.write(connection -> {
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        insert.setString(1, repository);
        insert.setString(2, ShownHash.of(command));
        insert.setString(3, approval.by());
        insert.setString(4, approval.at().toString());
        return insert.executeUpdate();
      }
    });
  }

  @Override
  public Optional<Approval> find(String repository, String command) {
    return database.read(connection -> {
      try (PreparedStatement select = connection.prepareStatement(SELECT)) {
        select.setString(1, repository);
        select.setString(2, ShownHash.of(command));
        try (ResultSet row = select.executeQuery()) {
          return row.next()
              ? Optional.of(new Approval(row.getString(1), Instant.parse(row.getString(2))))
              : Optional.empty();
        }
      }
    });
  }

  @Override
  public void close() {
    database.close();
  }
}
