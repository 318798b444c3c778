package dev.signalbox.view;

import dev.signalbox.plan.Usd;
import dev.signalbox.remote.Requests;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A session at one moment, as every surface shows it.
 *
 * @param doing what its process shows; empty before the first process
 * @param waitsFor what has to happen before it goes on, in words; empty while it moves by itself
 * @param drift what it changed outside of its scope
 */
public record SessionView(
    SessionId id,
    Work work,
    Standing standing,
    Effort effort,
    Optional<Doing> doing,
    List<String> waitsFor,
    Drift drift) {
  /** The purpose of the plan's sessions. */
  public static final String IMPLEMENT = "implement";

  public SessionView {
    waitsFor = List.copyOf(waitsFor);
  }

  /**
   * What it works on.
   *
   * @param purpose {@code implement} for the plan's sessions; {@code specify} or {@code review}
   * @param pullRequest the address of the pull request that shows its work; empty before
   */
  public record Work(
      String purpose,
      String phase,
      String title,
      String issue,
      String agent,
      String branch,
      Optional<String> pullRequest) {

    /** Whether it does the work of its issue, and does not write about it. */
    public boolean isOfPlan() {
      return purpose.equals(IMPLEMENT);
    }
  }

  /**
   * Where it stands.
   *
   * @param word the state's name, such as {@code Working}; of a session besides the plan's that
   *     ended {@code Reviewed}, {@code Specified} or {@code Not-needed}
   * @param text the state in words, without the reason
   * @param reason why it halted, failed or was abandoned
   * @param commit of its work in the base
   */
  public record Standing(
      String word, String text, boolean isOver, Optional<String> reason, Optional<String> commit) {}

  /**
   * What it took.
   *
   * @param elapsed since its first process was begun, in whole seconds; empty before
   * @param microUsd what its processes cost, in millionths of a dollar
   * @param estimate the agent's own, or else the plan's
   * @param attempts processes begun
   * @param requests to trackers and forges on its behalf
   */
  public record Effort(
      Optional<Duration> elapsed,
      long microUsd,
      Optional<Usd> estimate,
      int attempts,
      Requests requests) {}

  /**
   * What its process shows.
   *
   * @param activity the last thing it did: one line, bounded, nothing that a terminal acts on
   * @param progress where it stands, as its agent told last with its tools; bounded like the
   *     activity
   * @param contextPercent how full its conversation is, 0 to 100
   * @param tokens of its last process
   */
  public record Doing(
      Optional<String> activity,
      Optional<String> progress,
      Instant lastOutput,
      int contextPercent,
      Tokens tokens) {}

  /**
   * What it changed outside of its scope.
   *
   * @param files by path
   * @param more further ones, about, that are not kept by name
   */
  public record Drift(List<DriftFile> files, int more) {
    public Drift {
      files = List.copyOf(files);
    }

    /** How many files it changed, or tried to, as far as nobody said no. */
    public int count() {
      return more + (int) files.stream().filter(file -> !file.kind().equals("denied")).count();
    }
  }

  /**
   * A file outside of its scope.
   *
   * @param path relative to the workspace, or absolute; an agent chose it
   * @param kind {@code tool}, {@code git}, {@code allowed} or {@code denied}
   */
  public record DriftFile(String path, String kind) {}
}
