package dev.signalbox.tracker.linear;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Things of the stand-in as they stand in webhooks. Values that are absent are left out. */
final class LinearPayloads {
  private LinearPayloads() {}

  /** Who does it: a person by an account, an app as its client. */
  static Map<String, Object> actor(FakeNode user) {
    return Boolean.TRUE.equals(user.get("app"))
        ? of("id", user.text("id"), "name", user.text("name"), "type", "oauthClient")
        : with(user(user), "type", "user");
  }

  static Map<String, Object> user(FakeNode user) {
    String name = user.text("name");
    return of(
        "id",
        user.text("id"),
        "name",
        name,
        "email",
        name + "@shop.invalid",
        "url",
        "https://linear.app/shop/profiles/" + name);
  }

  static Map<String, Object> issue(FakeNode issue) {
    FakeNode state = issue.node("state");
    return of(
        "id", issue.text("id"),
        "identifier", issue.text("identifier"),
        "number", Integer.parseInt(issue.text("identifier").replaceAll("\\D", "")),
        "title", issue.text("title"),
        "description", issue.get("description"),
        "url", issue.text("url"),
        "createdAt", issue.text("updatedAt"),
        "updatedAt", issue.text("updatedAt"),
        "teamId", issue.node("team").text("id"),
        "team", team(issue),
        "stateId", state.text("id"),
        "state", state(state),
        "assigneeId", idOf(issue, "assignee"),
        "delegateId", idOf(issue, "delegate"),
        "parentId", idOf(issue, "parent"),
        "labels", List.of(),
        "labelIds", List.of(),
        "previousIdentifiers", List.of(),
        "subscriberIds", List.of(),
        "reactionData", Map.of(),
        "priority", 0,
        "priorityLabel", "No priority",
        "prioritySortOrder", 0,
        "sortOrder", 0);
  }

  private static Map<String, Object> state(FakeNode state) {
    String type = state.text("type");
    return of("id", state.text("id"), "name", type, "type", type, "color", "#888888");
  }

  private static Map<String, Object> team(FakeNode issue) {
    FakeNode team = issue.node("team");
    return of("id", team.text("id"), "key", team.text("key"), "name", "Shop");
  }

  private static @Nullable String idOf(FakeNode issue, String field) {
    return issue.get(field) instanceof FakeNode node ? node.text("id") : null;
  }

  /** An issue below something else. */
  private static Map<String, Object> child(FakeNode issue) {
    return of(
        "id", issue.text("id"),
        "identifier", issue.text("identifier"),
        "title", issue.text("title"),
        "url", issue.text("url"),
        "teamId", issue.node("team").text("id"),
        "team", team(issue));
  }

  static Map<String, Object> comment(FakeNode comment) {
    FakeNode user = comment.node("user");
    return of(
        "id", comment.text("id"),
        "body", comment.text("body"),
        "createdAt", comment.text("createdAt"),
        "updatedAt", comment.text("createdAt"),
        "reactionData", Map.of(),
        "issueId", comment.node("issue").text("id"),
        "issue", child(comment.node("issue")),
        "userId", user.text("id"),
        "user", user(user));
  }

  static Map<String, Object> session(FakeNode session, FakeNode creator) {
    FakeNode issue = session.node("issue");
    return of(
        "id", session.text("id"),
        "type", "commentThread",
        "status", session.text("status"),
        "appUserId", session.node("appUser").text("id"),
        "organizationId", LinearWorkspace.id("organization"),
        "createdAt", session.text("createdAt"),
        "updatedAt", session.text("createdAt"),
        "creatorId", creator.text("id"),
        "creator", user(creator),
        "issueId", issue.text("id"),
        "issue", with(child(issue), "description", issue.text("description")));
  }

  static Map<String, Object> activity(
      FakeNode activity, FakeNode session, @Nullable String signal) {
    FakeNode user = activity.node("user");
    return of(
        "id", activity.text("id"),
        "agentSessionId", session.text("id"),
        "createdAt", activity.text("createdAt"),
        "updatedAt", activity.text("createdAt"),
        "content", of("type", "prompt", "body", activity.node("content").text("body")),
        "signal", signal,
        "userId", user.text("id"),
        "user", user(user));
  }

  private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    map.put(key, value);
    return map;
  }

  private static Map<String, Object> of(@Nullable Object... pairs) {
    Map<String, Object> map = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      if (value != null) {
        map.put(String.valueOf(pairs[i]), value);
      }
    }
    return map;
  }
}
