package dev.signalbox.tracker.linear;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The queries and mutations that the stand-in can do. */
final class LinearActions {
  private final LinearWorkspace there;

  LinearActions(LinearWorkspace there) {
    this.there = there;
  }

  Map<String, DataFetcher<?>> all() {
    Map<String, DataFetcher<?>> all = new HashMap<>();
    all.put("viewer", LinearActions::account);
    all.put("issue", env -> there.issue(env.getArgument("id")));
    all.put("comment", env -> comment(env.getArgument("id")));
    all.put("users", this::users);
    all.put("team", _ -> there.team);
    all.put("teams", env -> LinearSchema.page(List.of(there.team), env));
    all.put("issueLabels", this::labels);
    all.put("agentSession", env -> there.sessions.get(env.<String>getArgument("id")));
    all.put("issueCreate", env -> createIssue(account(env), input(env)));
    all.put("issueUpdate", env -> updateIssue(env, input(env)));
    all.put("issueLabelCreate", env -> createLabel(input(env)));
    all.put("issueRelationCreate", env -> relate(input(env)));
    all.put("commentCreate", env -> createComment(account(env), input(env)));
    all.put("commentUpdate", env -> updateComment(env, input(env)));
    all.put("commentDelete", this::deleteComment);
    all.put("attachmentCreate", env -> attach(input(env)));
    return all;
  }

  /** Only by either name, as we ask. */
  private Object users(DataFetchingEnvironment env) {
    Map<String, List<Map<String, Map<String, String>>>> filter =
        env.getArgumentOrDefault("filter", Map.of());
    List<String> wanted =
        filter.getOrDefault("or", List.of()).stream()
            .flatMap(each -> each.values().stream())
            .map(each -> each.getOrDefault("eqIgnoreCase", ""))
            .toList();
    List<FakeNode> found =
        there.users().stream()
            .filter(each -> wanted.stream().anyMatch(each.text("name")::equalsIgnoreCase))
            .toList();
    return LinearSchema.page(found, env);
  }

  private static FakeNode account(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getGraphQlContext().<FakeNode>get("account"));
  }

  private static Map<String, @Nullable Object> input(DataFetchingEnvironment env) {
    return env.getArgumentOrDefault("input", Map.of());
  }

  private static Map<String, Object> done(String name, FakeNode made) {
    return Map.of("success", true, name, made);
  }

  private Map<String, Object> createIssue(FakeNode account, Map<String, @Nullable Object> input) {
    FakeNode parent = input.get("parentId") == null ? null : there.issue(input.get("parentId"));
    String id = there.take(input.get("id"));
    FakeNode issue = new FakeNode("Issue", id);
    String identifier = there.identifier();
    List<FakeNode> labels = new ArrayList<>();
    Stream.of((List<?>) input.getOrDefault("labelIds", List.of()))
        .flatMap(List::stream)
        .forEach(label -> labels.add(label(label)));
    issue
        .set("identifier", identifier)
        .set("url", "https://linear.app/shop/issue/" + identifier)
        .set("title", input.get("title"))
        .set("description", input.get("description"))
        .set("updatedAt", there.now().toString())
        .set("team", there.team)
        .set("state", there.first("backlog"))
        .set("priority", 0)
        .set("priorityLabel", "No priority")
        .set("projectMilestone", null)
        .set("assignee", null)
        .set("delegate", null)
        .set("parent", parent)
        .set("labelNodes", labels)
        .set("attachmentNodes", new ArrayList<FakeNode>())
        .set("historyNodes", new ArrayList<FakeNode>())
        .connection("labels", () -> labels)
        .connection("attachments", () -> list(issue, "attachmentNodes"))
        .connection("history", () -> list(issue, "historyNodes").reversed())
        .connection("children", () -> children(issue))
        .connection("relations", () -> relations("issue", issue))
        .connection("inverseRelations", () -> relations("relatedIssue", issue))
        .connection("comments", () -> comments(issue))
        .connection("agentSessions", () -> sessions(issue));
    there.issues.put(id, issue);
    tell("Issue", "create", account, LinearPayloads.issue(issue), Map.of());
    return done("issue", issue);
  }

  @SuppressWarnings("unchecked")
  static List<FakeNode> list(FakeNode node, String name) {
    return (List<FakeNode>) Objects.requireNonNull(node.get(name));
  }

  private List<FakeNode> children(FakeNode issue) {
    return there.issues.values().stream().filter(each -> each.get("parent") == issue).toList();
  }

  private List<FakeNode> relations(String side, FakeNode issue) {
    return there.relations.stream().filter(each -> each.get(side) == issue).toList();
  }

  /** Latest first, as the real one does by default. */
  private List<FakeNode> comments(FakeNode issue) {
    return there.comments.values().stream()
        .filter(each -> each.get("issue") == issue)
        .toList()
        .reversed();
  }

  private List<FakeNode> sessions(FakeNode issue) {
    return there.sessions.values().stream().filter(each -> each.get("issue") == issue).toList();
  }

  private FakeNode label(@Nullable Object id) {
    return there.labels.stream()
        .filter(each -> each.text("id").equals(id))
        .findFirst()
        .orElseThrow(() -> FakeRefusal.absent("IssueLabel"));
  }

  private Map<String, Object> updateIssue(
      DataFetchingEnvironment env, Map<String, @Nullable Object> input) {
    FakeNode issue = there.issue(env.getArgument("id"));
    Map<String, Object> before = LinearPayloads.issue(issue);
    Map<String, BiFunction<FakeNode, @Nullable Object, Object>> known =
        Map.of(
            "description", (it, value) -> it.set("description", value),
            "assigneeId",
                (it, value) -> it.set("assignee", value == null ? null : there.user(value)),
            "delegateId",
                (it, value) -> it.set("delegate", value == null ? null : there.user(value)),
            "stateId",
                (it, value) -> moved(it, there.stateById(String.valueOf(value)), account(env)),
            "addedLabelIds", this::addLabels,
            "removedLabelIds", this::removeLabels);
    input.forEach((name, value) -> {
      BiFunction<FakeNode, @Nullable Object, Object> change = known.get(name);
      if (change == null) {
        throw new IllegalStateException("the stand-in for Linear cannot change " + name);
      }
      Object _ = change.apply(issue, value);
    });
    issue.set("updatedAt", there.now().toString());
    Object agent = there.agent.text("id");
    if (agent.equals(input.get("delegateId")) && !agent.equals(before.get("delegateId"))) {
      FakeAgent.handed(there, issue);
    }
    told(account(env), before, issue);
    return done("issue", issue);
  }

  /** An update names what was there before it, and null where there was nothing. */
  private void told(FakeNode account, Map<String, Object> before, FakeNode issue) {
    Map<String, Object> after = LinearPayloads.issue(issue);
    Map<String, @Nullable Object> from = new HashMap<>();
    for (String key : List.of("stateId", "assigneeId", "delegateId", "description", "updatedAt")) {
      if (!Objects.equals(before.get(key), after.get(key))) {
        from.put(key, before.get(key));
      }
    }
    tell("Issue", "update", account, after, from);
  }

  private void tell(
      String type,
      String action,
      FakeNode account,
      Map<String, Object> data,
      Map<String, @Nullable Object> from) {
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("actor", LinearPayloads.actor(account));
    body.put("data", data);
    body.put("url", data.get("url"));
    body.put("updatedFrom", from.isEmpty() ? null : from);
    there.hooks.told(type, action, body);
  }

  private Object addLabels(FakeNode issue, @Nullable Object ids) {
    List<FakeNode> labels = list(issue, "labelNodes");
    ((List<?>) Objects.requireNonNull(ids))
        .stream().map(this::label).filter(each -> !labels.contains(each)).forEach(labels::add);
    return issue;
  }

  private Object removeLabels(FakeNode issue, @Nullable Object ids) {
    List<?> gone = (List<?>) Objects.requireNonNull(ids);
    list(issue, "labelNodes").removeIf(each -> gone.contains(each.text("id")));
    return issue;
  }

  /** Moves an issue; a parent whose last sub-issue is over is closed by Linear itself. */
  private FakeNode moved(FakeNode issue, FakeNode state, @Nullable FakeNode actor) {
    FakeNode bot =
        new FakeNode("ActorBot", LinearWorkspace.id("linear"))
            .set("name", "Linear")
            .set("type", "workflow");
    list(issue, "historyNodes")
        .add(
            new FakeNode("IssueHistory", there.take(null))
                .set("createdAt", there.now().toString())
                .set("toState", state)
                .set("actor", actor)
                .set("botActor", actor == null ? bot : null));
    issue.set("state", state);
    if (state.text("type").equals("completed") && issue.get("parent") instanceof FakeNode parent) {
      boolean isLast = children(parent).stream().allMatch(LinearActions::isOver);
      if (isLast && !isOver(parent)) {
        moved(parent, state, null);
      }
    }
    return issue;
  }

  private static boolean isOver(FakeNode issue) {
    return List.of("completed", "canceled", "duplicate").contains(issue.node("state").text("type"));
  }

  private Map<String, Object> labels(DataFetchingEnvironment env) {
    Map<String, Object> filter = env.getArgumentOrDefault("filter", Map.of());
    Map<?, ?> byName = (Map<?, ?>) Objects.requireNonNull(filter.get("name"));
    List<?> names = (List<?>) Objects.requireNonNull(byName.get("in"));
    return LinearSchema.page(
        there.labels.stream().filter(each -> names.contains(each.text("name"))).toList(), env);
  }

  private Map<String, Object> createLabel(Map<String, @Nullable Object> input) {
    if (there.labels.stream().anyMatch(each -> each.text("name").equals(input.get("name")))) {
      throw FakeRefusal.input("duplicate label name");
    }
    FakeNode label =
        new FakeNode("IssueLabel", there.take(input.get("id"))).set("name", input.get("name"));
    there.labels.add(label);
    return done("issueLabel", label);
  }

  private Map<String, Object> relate(Map<String, @Nullable Object> input) {
    FakeNode first = there.issue(input.get("issueId"));
    FakeNode second = there.issue(input.get("relatedIssueId"));
    FakeNode relation =
        new FakeNode("IssueRelation", there.take(input.get("id")))
            .set("type", String.valueOf(input.get("type")))
            .set("issue", first)
            .set("relatedIssue", second);
    there.relations.add(relation);
    return done("issueRelation", relation);
  }

  Map<String, Object> createComment(FakeNode author, Map<String, @Nullable Object> input) {
    FakeNode issue = there.issue(input.get("issueId"));
    FakeNode comment =
        new FakeNode("Comment", there.take(input.get("id")))
            .set("body", input.get("body"))
            .set("createdAt", there.now().toString())
            .set("user", author)
            .set("botActor", null)
            .set("issue", issue);
    there.comments.put(comment.text("id"), comment);
    tell("Comment", "create", author, LinearPayloads.comment(comment), Map.of());
    return done("comment", comment);
  }

  private FakeNode comment(@Nullable String id) {
    FakeNode comment = there.comments.get(String.valueOf(id));
    if (comment == null) {
      throw FakeRefusal.absent("Comment");
    }
    return comment;
  }

  private FakeNode ownComment(DataFetchingEnvironment env) {
    FakeNode comment = comment(env.getArgument("id"));
    if (comment.get("user") != account(env)) {
      throw FakeRefusal.forbidden("You can only change your own comments.");
    }
    return comment;
  }

  private Map<String, Object> updateComment(
      DataFetchingEnvironment env, Map<String, @Nullable Object> input) {
    FakeNode comment = ownComment(env);
    Map<String, @Nullable Object> from = new HashMap<>();
    from.put("body", comment.get("body"));
    comment.set("body", input.get("body"));
    tell("Comment", "update", account(env), LinearPayloads.comment(comment), from);
    return done("comment", comment);
  }

  private Map<String, Object> deleteComment(DataFetchingEnvironment env) {
    FakeNode comment = ownComment(env);
    String id = comment.text("id");
    tell("Comment", "remove", account(env), LinearPayloads.comment(comment), Map.of());
    there.comments.remove(id);
    return Map.of("success", true, "entityId", id);
  }

  private Map<String, Object> attach(Map<String, @Nullable Object> input) {
    List<FakeNode> attachments = list(there.issue(input.get("issueId")), "attachmentNodes");
    FakeNode attachment =
        attachments.stream()
            .filter(each -> each.text("url").equals(input.get("url")))
            .findFirst()
            .orElseGet(() -> {
              FakeNode made =
                  new FakeNode("Attachment", there.take(input.get("id")))
                      .set("url", input.get("url"));
              attachments.add(made);
              return made;
            });
    return done("attachment", attachment.set("title", input.get("title")));
  }
}
