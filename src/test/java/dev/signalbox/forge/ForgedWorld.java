package dev.signalbox.forge;

import dev.signalbox.plan.IssueId;
import java.util.List;
import java.util.Map;

/** A forge's service as a test has it in hand, with what people and apps do there. */
public interface ForgedWorld extends AutoCloseable {

  /** A client; each one is another machine's, with the same account. */
  Forge client();

  /** Pushes something new to a branch, which begins at {@code main}; its tip. */
  String push(String branch);

  /** Pushes these files to {@code main}. */
  void has(List<String> paths);

  /**
   * Pushes to the branch of a pull request: files that are new, files of {@code main} under other
   * paths, by the old one, and some of them removed.
   */
  void restructures(
      int number, List<String> added, Map<String, String> renamed, List<String> deleted);

  /** Says how a check of a commit stands. */
  void check(String commit, String name, Checks.Result result);

  /** Asks for a check before anything is merged. */
  void require(String check);

  /** A person with a role comments below the pull request. */
  void says(int number, String body);

  /** That person remarks on the first line of a file; the remark's id. */
  String remarks(int number, String path, String body);

  /** That person closes the thread that a remark began. */
  void resolves(int number, String remark);

  /** That person approves. */
  void approves(int number);

  /** That person reacts to the pull request. */
  void reacts(int number, String name);

  /** The person's login; the role is {@link Role#WRITE}. */
  String person();

  /** The login of somebody without a role. */
  String stranger();

  /** Somebody opens an issue on the forge. */
  IssueId issue();

  /** The forge links a pull request with that issue. */
  void links(int number, IssueId issue);

  /** Every request fails on the way, until told otherwise. */
  void fail(boolean isFailing);

  @Override
  void close();
}
