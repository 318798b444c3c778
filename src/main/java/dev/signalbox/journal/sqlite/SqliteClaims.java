package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.ClaimKey;
import dev.signalbox.journal.ClaimOutcome;
import dev.signalbox.journal.ClaimRenewal;
import dev.signalbox.journal.Claims;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Claims as rows with a unique key: SQLite lets one writer in at a time, of all processes. */
public final class SqliteClaims implements Claims {
  private static final String ACQUIRE =
      "INSERT INTO claim (scope, issue, holder, since, lease_end, fencing) VALUES (?, ?, ?, ?, ?, 1)"
          + " ON CONFLICT (scope, issue) DO UPDATE SET holder = excluded.holder,"
          + " since = CASE WHEN claim.holder = excluded.holder"
          + " THEN claim.since ELSE excluded.since END,"
          + " lease_end = excluded.lease_end,"
          + " fencing = CASE WHEN claim.holder = excluded.holder"
          + " THEN claim.fencing ELSE claim.fencing + 1 END"
          + " WHERE claim.holder IS NULL OR claim.holder = excluded.holder"
          + " OR claim.lease_end <= excluded.since"
          + " RETURNING fencing";
  private static final String OURS =
      " WHERE scope = ? AND issue = ? AND holder = ? AND fencing = ?";
  private static final String RENEW = "UPDATE claim SET lease_end = ?" + OURS;
  private static final String RAISE = "UPDATE claim SET fencing = max(fencing, ?)" + OURS;
  private static final String RELEASE = "UPDATE claim SET holder = NULL" + OURS;
  private static final String HOLDER =
      "SELECT holder, since, lease_end FROM claim"
          + " WHERE scope = ? AND issue = ? AND holder IS NOT NULL";

  private final Database database;

  private SqliteClaims(Database database) {
    this.database = database;
  }

  /** Opens the claims of a journal's file, and makes it if need be. Its folder exists. */
  public static Claims open(Path file) {
    return new SqliteClaims(Database.open(file));
  }

  @Override
  public ClaimOutcome acquire(ClaimKey key, String holder, Instant now, Instant until) {
    if (holder.isEmpty() || !until.isAfter(now)) {
      throw new IllegalArgumentException("expected a holder and a lease that ends after it begins");
    }
    return database.write(connection -> {
      Optional<Long> fencing = tryAcquire(connection, key, holder, now, until);
      return fencing.isPresent()
          ? new ClaimOutcome.Acquired(fencing.get())
          : held(connection, key).orElseThrow();
    });
  }

  private static Optional<Long> tryAcquire(
      Connection connection, ClaimKey key, String holder, Instant now, Instant until)
      throws SQLException {
    try (PreparedStatement acquire = connection.prepareStatement(ACQUIRE)) {
      acquire.setString(1, key.scope());
      acquire.setString(2, key.issue().value());
      acquire.setString(3, holder);
      acquire.setLong(4, now.toEpochMilli());
      acquire.setLong(5, until.toEpochMilli());
      try (ResultSet row = acquire.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  @Override
  public ClaimRenewal renew(ClaimKey key, String holder, long fencing, Instant until) {
    boolean isRenewed =
        database.write(connection -> {
          try (PreparedStatement renew = connection.prepareStatement(RENEW)) {
            renew.setLong(1, until.toEpochMilli());
            bindOurs(renew, 2, key, holder, fencing);
            return renew.executeUpdate() == 1;
          }
        });
    return isRenewed
        ? new ClaimRenewal.Renewed()
        : new ClaimRenewal.Lost(holder(key).map(ClaimOutcome.Held::holder).orElse(""));
  }

  @Override
  public boolean raise(ClaimKey key, String holder, long fencing, long to) {
    return database.write(connection -> {
      try (PreparedStatement raise = connection.prepareStatement(RAISE)) {
        raise.setLong(1, to);
        bindOurs(raise, 2, key, holder, fencing);
        return raise.executeUpdate() == 1;
      }
    });
  }

  @Override
  public boolean release(ClaimKey key, String holder, long fencing) {
    return database.write(connection -> {
      try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
        bindOurs(release, 1, key, holder, fencing);
        return release.executeUpdate() == 1;
      }
    });
  }

  private static void bindOurs(
      PreparedStatement statement, int first, ClaimKey key, String holder, long fencing)
      throws SQLException {
    statement.setString(first, key.scope());
    statement.setString(first + 1, key.issue().value());
    statement.setString(first + 2, holder);
    statement.setLong(first + 3, fencing);
  }

  @Override
  public Optional<ClaimOutcome.Held> holder(ClaimKey key) {
    return database.read(connection -> held(connection, key));
  }

  private static Optional<ClaimOutcome.Held> held(Connection connection, ClaimKey key)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HOLDER)) {
      select.setString(1, key.scope());
      select.setString(2, key.issue().value());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new ClaimOutcome.Held(
                    row.getString(1),
                    Instant.ofEpochMilli(row.getLong(2)),
                    Instant.ofEpochMilli(row.getLong(3))))
            : Optional.empty();
      }
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
