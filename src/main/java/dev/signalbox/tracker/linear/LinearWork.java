package dev.signalbox.tracker.linear;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.DelegatedWork.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What agents do in their sessions on an issue. */
final class LinearWork {
  private final LinearApi api;

  /** A session with what is read of it so far, and where its later activities begin. */
  private record Begun(DelegatedWork work, Instant created, String cursor) {}

  LinearWork(LinearApi api) {
    this.api = api;
  }

  /**
   * All of it, latest first.
   *
   * @param shown hears of the issue's team and state, which are in the same answer
   */
  Outcome<List<DelegatedWork>> all(IssueId issue, Consumer<JsonNode> shown) {
    return api.all(
            Operation.AGENT_SESSIONS,
            Map.of("id", issue.value()),
            data -> {
              shown.accept(data.required("issue"));
              return data.required("issue").required("agentSessions");
            },
            LinearWork::begun)
        .then(this::complete);
  }

  private Outcome<List<DelegatedWork>> complete(List<Begun> found) {
    List<Begun> latestFirst =
        found.stream().sorted(Comparator.comparing(Begun::created).reversed()).toList();
    Outcome<List<DelegatedWork>> all = new Outcome.Done<>(new ArrayList<>());
    for (Begun each : latestFirst) {
      all =
          all.then(done ->
              whole(each)
                  .map(work -> {
                    done.add(work);
                    return done;
                  }));
    }
    return all;
  }

  private Outcome<DelegatedWork> whole(Begun begun) {
    DelegatedWork work = begun.work();
    if (begun.cursor().isEmpty()) {
      return new Outcome.Done<>(ordered(work, work.activities()));
    }
    return api.all(
            Operation.ACTIVITIES,
            Map.of("id", work.uid(), "after", begun.cursor()),
            data -> data.required("agentSession").required("activities"),
            LinearWork::activity)
        .map(later ->
            ordered(work, Stream.concat(work.activities().stream(), later.stream()).toList()));
  }

  private static DelegatedWork ordered(DelegatedWork work, List<Activity> activities) {
    List<Activity> earliestFirst =
        activities.stream().sorted(Comparator.comparing(Activity::at)).toList();
    return new DelegatedWork(work.uid(), work.agent(), work.state(), earliestFirst, work.links());
  }

  private static Begun begun(JsonNode node) {
    JsonNode activities = node.required("activities");
    List<String> links =
        Stream.concat(
                node.required("externalLinks").valueStream(),
                node.required("pullRequests")
                    .required("nodes")
                    .valueStream()
                    .map(each -> each.required("pullRequest")))
            .map(each -> LinearJson.text(each, "url"))
            .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
            .distinct()
            .toList();
    DelegatedWork work =
        new DelegatedWork(
            LinearJson.text(node, "id"),
            LinearJson.user(node.required("appUser")),
            state(LinearJson.text(node, "status")),
            LinearApi.nodes(activities, LinearWork::activity),
            links);
    return new Begun(
        work,
        LinearJson.time(node, "createdAt"),
        LinearApi.hasNext(activities) ? LinearApi.cursor(activities) : "");
  }

  private static Activity activity(JsonNode node) {
    JsonNode content = node.required("content");
    return new Activity(
        LinearJson.text(node, "id"),
        kind(LinearJson.text(content, "__typename")),
        text(content),
        LinearJson.time(node, "createdAt"));
  }

  private static String text(JsonNode content) {
    return content.has("body")
        ? LinearJson.text(content, "body")
        : (LinearJson.text(content, "action")
                + " "
                + LinearJson.text(content, "parameter")
                + LinearJson.present(content, "result").map(r -> "\n" + r.stringValue()).orElse(""))
            .strip();
  }

  private static Activity.Kind kind(String type) {
    return switch (type) {
      case "AgentActivityThoughtContent" -> Activity.Kind.THOUGHT;
      case "AgentActivityActionContent" -> Activity.Kind.ACTION;
      case "AgentActivityElicitationContent" -> Activity.Kind.ELICITATION;
      case "AgentActivityResponseContent" -> Activity.Kind.RESPONSE;
      case "AgentActivityErrorContent" -> Activity.Kind.ERROR;
      case "AgentActivityPromptContent" -> Activity.Kind.PROMPT;
      default -> throw new IllegalArgumentException("expected an activity, found " + type);
    };
  }

  private static DelegatedWork.State state(String status) {
    return switch (status) {
      case "pending" -> DelegatedWork.State.PENDING;
      case "active" -> DelegatedWork.State.ACTIVE;
      case "awaitingInput" -> DelegatedWork.State.AWAITING_INPUT;
      case "complete" -> DelegatedWork.State.COMPLETE;
      case "error" -> DelegatedWork.State.ERROR;
      case "stale" -> DelegatedWork.State.STALE;
      default -> throw new IllegalArgumentException("expected a status, found " + status);
    };
  }
}
