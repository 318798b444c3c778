package dev.signalbox.tracker.linear;

import dev.signalbox.plan.IssueId;
import dev.signalbox.tracker.Attachment;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Outline;
import dev.signalbox.tracker.Owners;
import dev.signalbox.tracker.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An issue as Linear answers it.
 *
 * @param pages the same issue, with the first and the later pages of its connections; not empty
 */
record IssueNode(List<JsonNode> pages) {
  private static final List<String> CONNECTIONS =
      List.of("labels", "attachments", "children", "relations", "inverseRelations");

  /**
   * Whether a connection has more, and then the variables that ask for it. One that is at its end
   * is asked for what comes after, which is nothing.
   */
  static boolean goOn(JsonNode page, Map<String, Object> variables) {
    boolean isMore = false;
    for (String name : CONNECTIONS) {
      JsonNode connection = page.required(name);
      isMore |= LinearApi.hasNext(connection);
      String cursor = LinearApi.cursor(connection);
      if (!cursor.isEmpty()) {
        variables.put(name + "After", cursor);
      }
    }
    return isMore;
  }

  private JsonNode first() {
    return pages.getFirst();
  }

  private <T> List<T> all(String connection, Function<JsonNode, T> reader) {
    return pages.stream()
        .flatMap(page -> LinearApi.nodes(page.required(connection), reader).stream())
        .toList();
  }

  /** The teams whose states have to be known to tell review from other work. */
  Set<String> startedTeams() {
    Set<String> teams = new TreeSet<>();
    Stream.concat(
            Stream.of(first()),
            Stream.concat(
                all("relations", node -> node.required("relatedIssue")).stream(),
                all("inverseRelations", node -> node.required("issue")).stream()))
        .filter(node -> LinearJson.text(node.required("state"), "type").equals("started"))
        .forEach(node -> teams.add(LinearJson.text(node.required("team"), "id")));
    return teams;
  }

  Issue issue(Map<String, LinearTeams.Team> teams) {
    JsonNode node = first();
    return new Issue(
        LinearJson.identifier(node),
        LinearJson.text(node, "id"),
        LinearJson.text(node, "url"),
        new Issue.Text(
            LinearJson.text(node, "title"),
            LinearJson.present(node, "description").map(JsonNode::stringValue).orElse(""),
            all(
                "attachments",
                each ->
                    new Attachment(LinearJson.text(each, "title"), LinearJson.text(each, "url")))),
        new Issue.Standing(
            status(node, teams),
            new Owners(
                LinearJson.present(node, "assignee").map(LinearJson::user),
                LinearJson.present(node, "delegate").map(LinearJson::user)),
            LinearJson.time(node, "updatedAt")),
        ties(node, teams),
        all("labels", each -> LinearJson.text(each, "name")));
  }

  private Issue.Ties ties(JsonNode node, Map<String, LinearTeams.Team> teams) {
    List<Relation> relations = new ArrayList<>();
    all("relations", each -> relation(each, "relatedIssue", Relation.Kind.BLOCKS, teams))
        .forEach(relations::add);
    all("inverseRelations", each -> relation(each, "issue", Relation.Kind.BLOCKED_BY, teams))
        .forEach(relations::add);
    Optional<IssueId> parent = LinearJson.present(node, "parent").map(LinearJson::identifier);
    return new Issue.Ties(parent, all("children", LinearJson::identifier), relations);
  }

  private static Relation relation(
      JsonNode node, String side, Relation.Kind blocking, Map<String, LinearTeams.Team> teams) {
    JsonNode other = node.required(side);
    Relation.Kind kind =
        switch (LinearJson.text(node, "type")) {
          case "blocks" -> blocking;
          case "duplicate" -> Relation.Kind.DUPLICATE;
          default -> Relation.Kind.RELATED;
        };
    return new Relation(kind, LinearJson.identifier(other), status(other, teams));
  }

  /** How an issue is planned; Linear's number for no priority is 0. */
  static Outline outline(JsonNode issue) {
    boolean isRanked = issue.required("priority").asDouble() > 0;
    return new Outline(
        LinearJson.text(issue, "url"),
        LinearJson.present(issue, "projectMilestone").map(it -> LinearJson.text(it, "name")),
        Optional.of(LinearJson.text(issue, "priorityLabel")).filter(_ -> isRanked));
  }

  private static IssueStatus status(JsonNode node, Map<String, LinearTeams.Team> teams) {
    JsonNode state = node.required("state");
    String type = LinearJson.text(state, "type");
    LinearTeams.Team team = teams.get(LinearJson.text(node.required("team"), "id"));
    return team == null
        ? LinearTeams.status(type)
        : team.status(LinearJson.text(state, "id"), type);
  }
}
