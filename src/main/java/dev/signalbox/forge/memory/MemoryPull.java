package dev.signalbox.forge.memory;

import dev.signalbox.forge.Account;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequest.State;
import dev.signalbox.forge.Remark;
import dev.signalbox.plan.IssueId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A pull request while it changes; its forge guards it. */
final class MemoryPull {
  final int number;
  final String branch;
  final Account author;
  final Set<String> labels = new LinkedHashSet<>();
  final Set<String> paths = new LinkedHashSet<>();
  final Set<String> asked = new LinkedHashSet<>();
  final Set<IssueId> issues = new LinkedHashSet<>();
  final Map<String, Remark> remarks = new LinkedHashMap<>();

  /** Remarks that were written under a key. */
  final Map<String, String> keyed = new LinkedHashMap<>();

  /** {@code owner/name} of a fork that it comes from; empty for the repository itself. */
  Optional<String> fork = Optional.empty();

  /** The remark that began the thread of an answer. */
  final Map<String, String> firsts = new LinkedHashMap<>();

  String base;
  String title;
  String body;
  String head;
  State.Kind kind = State.Kind.OPEN;
  boolean isDraft;
  Optional<String> mergeCommit = Optional.empty();
  PullRequest.Size size = new PullRequest.Size(Optional.empty(), Optional.empty());
  Instant updated;

  MemoryPull(int number, String branch, Account author, String base, String head, Instant now) {
    this.number = number;
    this.branch = branch;
    this.author = author;
    this.base = base;
    this.head = head;
    this.title = "";
    this.body = "";
    this.updated = now;
  }

  String firstOf(String remark) {
    return firsts.getOrDefault(remark, remark);
  }

  PullRequest shown(String repository) {
    return new PullRequest(
        number,
        "https://forge.invalid/" + repository + "/pull/" + number,
        new PullRequest.Text(title, body, labels.stream().toList()),
        new PullRequest.Head(branch, Optional.of(fork.orElse(repository)), head, base),
        new State(kind, isDraft, mergeCommit, updated),
        size,
        author);
  }
}
