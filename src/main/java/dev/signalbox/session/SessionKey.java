package dev.signalbox.session;

/** A session among those of all runs. */
public record SessionKey(RunId run, SessionId session) implements Comparable<SessionKey> {

  @Override
  public int compareTo(SessionKey other) {
    int byRun = run.compareTo(other.run);
    return byRun != 0 ? byRun : session.compareTo(other.session);
  }

  /** {@code <run>/<session>}: the folder and the ref suffix of the session. */
  @Override
  public String toString() {
    return run + "/" + session;
  }
}
