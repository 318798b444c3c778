package dev.signalbox.tracker;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import java.util.List;
import java.util.Optional;

/**
 * A tracker of issues (design section 6). One contract suite holds for all of them.
 *
 * <p>A write may be repeated after a kill, or after an answer that never came, and leaves one of
 * what it makes: what is made carries a {@link NoteKey}. Reading follows pages to their end. A read
 * that fails is never an absent issue ({@link dev.signalbox.remote.Failure.Kind}).
 */
public interface Tracker {

  /** Within what issues have one meaning, such as {@code linear:shop}: the scope of claims. */
  String scope();

  /** As whom this client writes. */
  Outcome<Actor> account();

  /**
   * The account of that name which issues can be handed to; empty where there is none, or more than
   * one.
   */
  Outcome<Optional<Actor>> named(String name);

  /** The issue as it is now. */
  Outcome<Issue> read(IssueId issue);

  /** The sub-issues with their relations, in the tracker's order; empty for an issue without. */
  Outcome<List<Issue>> children(IssueId parent);

  /** Makes an issue, or finds the one that was made under that key before. */
  Outcome<IssueId> create(NoteKey key, NewIssue issue);

  /** Replaces the description. */
  Outcome<Nothing> describe(IssueId issue, String description);

  /** Says that {@code first} blocks {@code second}; once, however often it is said. */
  Outcome<Nothing> order(IssueId first, IssueId second);

  /**
   * Moves the issue to a state of that type. Where the tracker has no such state, such as one for
   * review, the nearest that it has; an issue that is there already is left alone.
   *
   * @return what was seen of the issue on the way; empty where nothing of it had to be read
   */
  Outcome<Optional<Outline>> move(IssueId issue, IssueStatus status);

  /** The changes of state, earliest first, as far as the tracker keeps them: who decided what. */
  Outcome<List<Move>> moves(IssueId issue);

  /** Hands the issue over, or takes it back: assignee and delegate become exactly these. */
  Outcome<Nothing> hand(IssueId issue, Owners owners);

  /** Adds and removes labels by name; makes those that are missing. */
  Outcome<Nothing> label(IssueId issue, List<String> added, List<String> removed);

  /** All comments, earliest first by the tracker's clock; ties by the tracker's id. */
  Outcome<List<Comment>> comments(IssueId issue);

  /**
   * Writes the comment with that key, or rewrites it when it says something else. {@link
   * dev.signalbox.remote.Failure.Kind#CONFLICTING} where one was written under that key and is
   * gone.
   */
  Outcome<Comment> comment(IssueId issue, NoteKey key, String body);

  /**
   * Writes the comment unless there is one with that key already, whatever it says, and hands back
   * the one that is there: of any number of clients that race, all are handed the same comment.
   * What a tracker does to guarantee that is said in its adapter. {@link
   * dev.signalbox.remote.Failure.Kind#CONFLICTING} where one was written under that key and is
   * gone.
   */
  Outcome<Comment> commentOnce(IssueId issue, NoteKey key, String body);

  /**
   * Rewrites the comment with that key, and makes none: {@link
   * dev.signalbox.remote.Failure.Kind#CONFLICTING} where there is none.
   */
  Outcome<Comment> recomment(IssueId issue, NoteKey key, String body);

  /** Removes the comment with that key; does nothing where there is none. */
  Outcome<Nothing> uncomment(IssueId issue, NoteKey key);

  /** Attaches a link; the same address once, with the latest title. */
  Outcome<Nothing> attach(IssueId issue, Attachment attachment);

  /**
   * The work of delegated agents on the issue, latest first; empty in trackers that know no such
   * thing.
   */
  Outcome<List<DelegatedWork>> delegatedWork(IssueId issue);
}
