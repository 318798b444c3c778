package dev.signalbox.view;

import dev.signalbox.approval.GateId;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What has to happen before a session goes on. */
public sealed interface WaitedFor {

  /** In words, as the end of "waits for". */
  String words();

  /** A person's decision. */
  record Person(GateId gate) implements WaitedFor {
    @Override
    public String words() {
      return "you: " + gate;
    }
  }

  /**
   * The batches before its own.
   *
   * @param number of its own, from 1
   */
  record Batch(int number) implements WaitedFor {
    @Override
    public String words() {
      return "batch " + number;
    }
  }

  /** Another session, whose work it starts from. */
  record Work(SessionId session) implements WaitedFor {
    @Override
    public String words() {
      return session.value();
    }
  }

  /** Another session, which merges first. */
  record Merge(SessionId session) implements WaitedFor {
    @Override
    public String words() {
      return "the merge of " + session;
    }
  }

  /** One of the places for sessions that run at once. */
  record Place() implements WaitedFor {
    @Override
    public String words() {
      return "a free place";
    }
  }

  /** The next try of something that failed. */
  record Retry(Instant notBefore) implements WaitedFor {
    @Override
    public String words() {
      return "until " + notBefore.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /** Sessions that review its work. */
  record Reviewers() implements WaitedFor {
    @Override
    public String words() {
      return "its reviewers";
    }
  }

  /**
   * Reviewers that are no sessions.
   *
   * @param since when that began
   */
  record Elsewhere(List<String> reviewers, Instant since) implements WaitedFor {
    public Elsewhere {
      reviewers = List.copyOf(reviewers);
    }

    @Override
    public String words() {
      return "%s since %s"
          .formatted(String.join(", ", reviewers), since.truncatedTo(ChronoUnit.SECONDS));
    }
  }

  /** Checks and reviews of its pull request. */
  record PullRequest() implements WaitedFor {
    @Override
    public String words() {
      return "its pull request";
    }
  }
}
