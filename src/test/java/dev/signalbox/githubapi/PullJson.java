package dev.signalbox.githubapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Pull requests as GitHub shows them, as far as the fake knows them. */
record PullJson(World world) {

  /** As in lists and most answers: without its size. */
  ObjectNode simple(FakeIssue issue) {
    FakePull pull = issue.pull.orElseThrow();
    FakeAccount owner = new FakeAccount(1, World.OWNER, "Organization", "none", Optional.empty());
    ObjectNode repository =
        Json.object(
            "id", 1, "name", World.NAME, "full_name", World.FULL_NAME, "owner", owner.json());
    String base = world.git.tip(pull.base).orElse("");
    return Json.object(
        "id",
        issue.id,
        "number",
        issue.number,
        "title",
        issue.title,
        "body",
        issue.body.isEmpty() ? Optional.empty() : issue.body,
        "state",
        issue.isClosed ? "closed" : "open",
        "draft",
        pull.isDraft,
        "user",
        issue.author.json(),
        "labels",
        issue.labels.stream().map(IssueJson::label).toList(),
        "requested_reviewers",
        pull.requested.stream().map(FakeAccount::json).toList(),
        "created_at",
        issue.created,
        "updated_at",
        issue.updated,
        "merged_at",
        pull.merged,
        "merge_commit_sha",
        pull.mergeCommit.or(() -> world.git.tip(pull.base)),
        "html_url",
        IssueJson.PAGE + "/pull/" + issue.number,
        "url",
        IssueJson.API + "/pulls/" + issue.number,
        "head",
        end(pull.branch, pull.head, repository),
        "base",
        end(pull.base, base, repository));
  }

  private static ObjectNode end(String branch, String commit, ObjectNode repository) {
    return Json.object(
        "ref", branch,
        "sha", commit,
        "label", World.OWNER + ":" + branch,
        "repo", repository);
  }

  /** As read alone. */
  ObjectNode full(FakeIssue issue) {
    FakePull pull = issue.pull.orElseThrow();
    ObjectNode made = simple(issue);
    made.put("merged", pull.merged.isPresent());
    Map<String, Integer> size =
        pull.merged.isPresent() ? Map.of() : world.git.size(pull.base, pull.head);
    made.put("additions", size.getOrDefault("additions", 0));
    made.put("deletions", size.getOrDefault("deletions", 0));
    made.put("comments", issue.notes.size());
    made.put("review_comments", pull.lines.size());
    made.put("mergeable_state", "unknown");
    return made;
  }

  static ObjectNode file(GitStore.Changed file) {
    ObjectNode json = whole(file);
    file.before().ifPresent(path -> json.put("previous_filename", path));
    return json;
  }

  private static ObjectNode whole(GitStore.Changed file) {
    return Json.object(
        "sha",
        "0".repeat(40),
        "filename",
        file.path(),
        "status",
        file.status(),
        "additions",
        1,
        "deletions",
        0,
        "changes",
        1,
        "blob_url",
        IssueJson.PAGE,
        "raw_url",
        IssueJson.PAGE,
        "contents_url",
        IssueJson.API);
  }

  static ObjectNode review(FakePull.Review review) {
    ObjectNode made =
        Json.object(
            "id", review.id(),
            "user", review.author().json(),
            "state", review.state(),
            "body", review.body(),
            "commit_id", review.head(),
            "submitted_at", review.at());
    return made;
  }

  static ObjectNode line(FakePull.Line line) {
    ObjectNode made =
        Json.object(
            "id", line.id(),
            "user", line.author().json(),
            "body", line.body(),
            "path", line.spot().path(),
            "original_commit_id", line.spot().made(),
            "commit_id", line.spot().shown(),
            "created_at", line.created(),
            "updated_at", line.updated());
    line.answers().ifPresent(first -> made.put("in_reply_to_id", first));
    // The description does not allow null here, and GitHub leaves it out or answers null.
    line.spot().line().ifPresent(number -> made.put("line", number));
    return made;
  }

  List<ObjectNode> simple(List<FakeIssue> issues) {
    return issues.stream().map(this::simple).toList();
  }
}
