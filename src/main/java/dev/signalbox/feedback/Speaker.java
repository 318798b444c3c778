package dev.signalbox.feedback;

/**
 * Who speaks.
 *
 * @param login as shown; for people to read, never to decide by
 */
public record Speaker(Source source, String login, Standing standing) {

  /** Whether its word on a pull request is a review of it. */
  public boolean isReviewer() {
    return switch (source) {
      case COPILOT, CODEX, CURSOR, SENTRY, AGENT -> true;
      case VERCEL, LINEAR, CTO_NEW, CYRUS, CI, PERSON, BOT -> false;
    };
  }

  /** Whether it is an agent of the catalogue. */
  public boolean isAgent() {
    return standing == Standing.KNOWN
        && switch (source) {
          case COPILOT, CODEX, CURSOR, CTO_NEW, CYRUS, AGENT -> true;
          case VERCEL, LINEAR, SENTRY, CI, PERSON, BOT -> false;
        };
  }

  /** Where it comes from: the rows of the mission's table, and what else speaks. */
  public enum Source {
    VERCEL,
    COPILOT,
    SENTRY,
    LINEAR,
    CURSOR,
    CTO_NEW,
    CODEX,
    CYRUS,
    /** Another agent of the catalogue. */
    AGENT,
    /** A check or workflow of the repository's own. */
    CI,
    PERSON,
    /** A bot that no catalogue knows. */
    BOT
  }

  /** What its word may do. */
  public enum Standing {
    /** Its text may reach a session: a bot or service of the catalogue. */
    KNOWN,
    /** Its text may reach a session: a person with a role in the repository or the workspace. */
    MEMBER,
    /** Its text goes to triage only. */
    STRANGER
  }
}
