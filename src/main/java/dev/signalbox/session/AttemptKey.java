package dev.signalbox.session;

/**
 * One agent process of a session: its messages, output and exit code lie in one folder.
 *
 * @param number from 1; every process that a session starts has its own
 */
public record AttemptKey(SessionKey session, int number) implements Comparable<AttemptKey> {

  public AttemptKey {
    if (number < 1) {
      throw new IllegalArgumentException("expected an attempt from 1, found " + number);
    }
  }

  @Override
  public int compareTo(AttemptKey other) {
    int bySession = session.compareTo(other.session);
    return bySession != 0 ? bySession : Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return session + "/attempt-" + number;
  }
}
