package dev.signalbox.tracker.linear;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Issue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads issues with all that hangs on them. */
final class LinearIssues {
  /** Nodes of each connection of one issue. */
  static final int SIZE = 50;

  /** Children in one answer: with what is below them some 4,000 of 10,000 points. */
  static final int CHILDREN = 20;

  /** Nodes of each connection of a child; one that has more is read by itself. */
  static final int SIZE_OF_CHILD = 10;

  private final LinearApi api;
  private final LinearTeams teams;

  LinearIssues(LinearApi api, LinearTeams teams) {
    this.api = api;
    this.teams = teams;
  }

  Outcome<Issue> read(IssueId id) {
    return node(id).then(node -> issues(Operation.ISSUE, List.of(node))).map(List::getFirst);
  }

  /** The issue with every connection read to its end. */
  private Outcome<IssueNode> node(IssueId id) {
    Map<String, Object> variables = new HashMap<>(Map.of("id", id.value(), "size", SIZE));
    List<JsonNode> pages = new ArrayList<>();
    for (int page = 0; page < Limits.TRACKER_PAGES_MAX; page++) {
      Outcome<JsonNode> outcome =
          api.ask(Operation.ISSUE, variables, data -> data.required("issue"));
      if (outcome instanceof Outcome.Failed<JsonNode>(Failure failure)) {
        return new Outcome.Failed<>(failure);
      }
      JsonNode node = ((Outcome.Done<JsonNode>) outcome).value();
      pages.add(node);
      Outcome<Boolean> more =
          LinearApi.read(Operation.ISSUE, node, it -> IssueNode.goOn(it, variables));
      if (!(more instanceof Outcome.Done<Boolean>(Boolean isMore))) {
        return more.map(_ -> new IssueNode(pages));
      }
      if (!isMore) {
        return new Outcome.Done<>(new IssueNode(pages));
      }
    }
    return LinearApi.tooMany(Operation.ISSUE);
  }

  Outcome<List<Issue>> children(IssueId parent) {
    return api.all(
            Operation.CHILDREN,
            Map.of("id", parent.value(), "page", CHILDREN, "size", SIZE_OF_CHILD),
            data -> data.required("issue").required("children"),
            node -> node)
        .then(this::complete)
        .then(nodes -> issues(Operation.CHILDREN, nodes));
  }

  /** Reads those again that have more of something than fits beside others. */
  private Outcome<List<IssueNode>> complete(List<JsonNode> nodes) {
    Outcome<List<IssueNode>> all = new Outcome.Done<>(new ArrayList<>());
    for (JsonNode node : nodes) {
      all =
          all.then(found ->
              LinearApi.read(Operation.CHILDREN, node, it -> IssueNode.goOn(it, new HashMap<>()))
                  .then(isMore ->
                      isMore
                          ? node(LinearJson.identifier(node))
                          : new Outcome.Done<>(new IssueNode(List.of(node))))
                  .map(whole -> {
                    found.add(whole);
                    return found;
                  }));
    }
    return all;
  }

  private Outcome<List<Issue>> issues(Operation operation, List<IssueNode> nodes) {
    return LinearApi.read(
            operation,
            JsonNodeFactory.instance.nullNode(),
            _ -> nodes.stream().flatMap(node -> node.startedTeams().stream()).distinct().toList())
        .then(teams::teams)
        .then(known ->
            LinearApi.read(
                operation,
                JsonNodeFactory.instance.nullNode(),
                _ -> nodes.stream().map(node -> node.issue(known)).toList()));
  }
}
