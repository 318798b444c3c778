package dev.signalbox.sqlite;

import dev.signalbox.error.SignalboxException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Transactions on one connection, used by one thread at a time. */
public final class Transactions implements AutoCloseable {
  private final Connection connection;
  private final Function<SQLException, SignalboxException> failure;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Transactions on a connection.
   *
   * @param connection closed with this
   * @param failure what SQLite's own failure is called towards people
   */
  public Transactions(Connection connection, Function<SQLException, SignalboxException> failure) {
    this.connection = connection;
    this.failure = failure;
  }

  /** What is done with the connection inside a transaction. */
  public interface Work<T> {

    /** Does it. */
    T run(Connection connection) throws SQLException;
  }

  /** Runs the work in a transaction of its own that is the only writing one; all or none. */
  public <T> T write(Work<T> work) {
    return transaction("BEGIN IMMEDIATE", work);
  }

  /** Runs the work on one state of the file, whatever others write meanwhile. */
  public <T> T read(Work<T> work) {
    return transaction("BEGIN", work);
  }

  private <T> T transaction(String begin, Work<T> work) {
    lock.lock();
    try {
      execute(begin);
      try {
        T result = work.run(connection);
        execute("COMMIT");
        return result;
      } catch (SQLException | RuntimeException e) {
        rollback(e);
        throw e;
      }
    } catch (SQLException e) {
      throw failure.apply(e);
    } finally {
      lock.unlock();
    }
  }

  /** SQLite may have rolled back by itself; that it then refuses to do it again says nothing. */
  private void rollback(Exception cause) {
    try {
      execute("ROLLBACK");
    } catch (SignalboxException e) {
      cause.addSuppressed(e);
    }
  }

  /** Runs one statement outside of a transaction of ours. */
  public void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure.apply(e);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure.apply(e);
    } finally {
      lock.unlock();
    }
  }
}
