package dev.signalbox.remote;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a request did not work.
 *
 * @param reason what was expected and found, for a person; without secrets
 * @param notBefore when the service wants to be asked again; empty where it does not say
 */
public record Failure(Kind kind, String reason, Optional<Instant> notBefore) {

  /** Fails without a word of the service about when to ask again. */
  public static Failure of(Kind kind, String reason) {
    return new Failure(kind, reason, Optional.empty());
  }

  /** What went wrong, and what follows from it. */
  public enum Kind {
    /**
     * The service answered, and says that there is no such thing for this account. Only this kind
     * says so: every other failure leaves open whether the thing is there.
     */
    ABSENT(false),
    /** The key is missing, wrong or ended: a person has to give another one. */
    UNAUTHENTICATED(false),
    /** The account may not do this: a person has to allow it. */
    FORBIDDEN(false),
    /** Too many requests: asked again when the service says, not before. */
    RATE_LIMITED(true),
    /** No answer, a broken one, or an error of the service's own. A write may have happened. */
    UNREACHABLE(true),
    /** The service understood and refused: the same request will be refused again. */
    REFUSED(false),
    /** Somebody else changed the thing meanwhile: read again, then decide anew. */
    CONFLICTING(true),
    /** An answer that does not fit the service's own description: a bug, here or there. */
    UNINTELLIGIBLE(false),
    /** Signalbox's own limit of requests is used up; nothing was sent. */
    BUDGET_SPENT(true);

    private final boolean mayPass;

    Kind(boolean mayPass) {
      this.mayPass = mayPass;
    }

    /** Whether trying the same again later can help. */
    public boolean mayPass() {
      return mayPass;
    }
  }
}
