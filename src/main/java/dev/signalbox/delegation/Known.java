package dev.signalbox.delegation;

import dev.signalbox.delegation.WatchEvent.Kind;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequest.State;
import dev.signalbox.tracker.DelegatedWork;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What there was already before an issue was handed over: only what is newer counts for the
 * attempt. Told apart by ids and numbers, and not by time: the clocks of services differ.
 *
 * @param works ids of agents' sessions on the issue in the tracker
 * @param newest the highest number that a pull request had; every later one has a higher
 * @param requests those of the session's earlier attempts
 * @param since nothing that counts was changed before, by any clock
 */
record Known(Set<String> works, int newest, List<Earlier> requests, Instant since) {
  /** Nothing was there. */
  static final Known NOTHING = new Known(Set.of(), 0, List.of(), Instant.EPOCH);

  Known {
    works = Set.copyOf(works);
    requests = List.copyOf(requests);
  }

  /** A pull request of an earlier attempt, as it was. */
  record Earlier(int number, State.Kind kind, boolean isDraft, String commit) {
    static Earlier of(PullRequest request) {
      return new Earlier(
          request.number(),
          request.state().kind(),
          request.state().isDraft(),
          request.head().commit());
    }

    private boolean isAsBefore(PullRequest request) {
      return Earlier.of(request).equals(this);
    }
  }

  /** What was known when the issue was handed over, by what was seen since. */
  static Known of(List<WatchEvent> events) {
    return WatchEvent.last(events, Kind.HANDING)
        .map(event -> read(event.text()))
        .orElseGet(() ->
            WatchEvent.last(events, Kind.HANDED)
                .map(event -> new Known(Set.of(), 0, List.of(), event.at()))
                .orElse(NOTHING));
  }

  boolean isNew(DelegatedWork work) {
    return !works.contains(work.uid());
  }

  /** Whether it may be what the attempt makes: a new one, or an earlier one that was open. */
  boolean mayBe(PullRequest request) {
    return request.number() > newest || open().contains(request.number());
  }

  /** Whether nothing happened to it since: then it says nothing about the attempt yet. */
  boolean isAsBefore(PullRequest request) {
    return requests.stream()
        .anyMatch(old -> old.number() == request.number() && old.isAsBefore(request));
  }

  /** The numbers of the earlier ones that were open: the attempt goes on with them. */
  Set<Integer> open() {
    return requests.stream()
        .filter(old -> old.kind() == State.Kind.OPEN)
        .map(Earlier::number)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As it stands in an event. */
  String text() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode ids = json.putArray("works");
    works.stream().sorted().forEach(ids::add);
    json.put("newest", newest);
    json.put("since", since.toString());
    ArrayNode olds = json.putArray("requests");
    requests.forEach(old ->
        olds.addObject()
            .put("number", old.number())
            .put("state", old.kind().name())
            .put("draft", old.isDraft())
            .put("commit", old.commit()));
    return JsonMapper.shared().writeValueAsString(json);
  }

  private static Known read(String text) {
    try {
      JsonNode json = JsonMapper.shared().readTree(text);
      return new Known(
          json.required("works")
              .valueStream()
              .map(JsonNode::stringValue)
              .collect(Collectors.toSet()),
          json.required("newest").intValue(),
          json.required("requests").valueStream().map(Known::earlier).toList(),
          Instant.parse(json.required("since").stringValue()));
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "expected what was known before the handing, found " + text, e);
    }
  }

  private static Earlier earlier(JsonNode json) {
    return new Earlier(
        json.required("number").intValue(),
        State.Kind.valueOf(json.required("state").stringValue()),
        json.required("draft").booleanValue(),
        json.required("commit").stringValue());
  }

  /** The one earlier pull request that the attempt goes on with; empty where there are several. */
  Optional<Integer> goneOnWith() {
    return open().size() == 1 ? Optional.of(open().iterator().next()) : Optional.empty();
  }
}
