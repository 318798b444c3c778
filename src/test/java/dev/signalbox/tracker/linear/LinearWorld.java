package dev.signalbox.tracker.linear;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.http.JsonService;
import dev.signalbox.remote.http.RequestBudget;
import dev.signalbox.remote.http.ServiceAddress;
import dev.signalbox.remote.http.StoodTime;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Owners;
import dev.signalbox.tracker.TrackedWorld;
import dev.signalbox.tracker.Tracker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The real adapter over real HTTP, and the stand-in that it talks to. */
public final class LinearWorld implements TrackedWorld {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  /** The key that it takes. */
  public static final String KEY = LinearFake.KEY;

  final StoodTime time;
  final RequestBudget budget = new RequestBudget(100_000, 100_000);
  final LinearFake fake;
  private final List<JsonService> services = new ArrayList<>();

  private LinearWorld(StoodTime time, Clock clock) throws IOException {
    this.time = time;
    fake = new LinearFake(clock);
  }

  /** Skips the test where Linear's schema is absent. */
  public static LinearWorld open() {
    StoodTime time = new StoodTime(NOON);
    return open(time, time);
  }

  /** The same in the time of a clock, for programs that have their own. */
  public static LinearWorld open(Clock clock) {
    return open(new StoodTime(clock.instant()), clock);
  }

  private static LinearWorld open(StoodTime time, Clock clock) {
    LinearSchema.require();
    try {
      return new LinearWorld(time, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it answers, without a slash at its end. */
  public URI address() {
    return fake.address();
  }

  /** How many requests with the right key it got so far. */
  public int requests() {
    return fake.costs().size();
  }

  @Override
  public Tracker client() {
    return client(LinearFake.KEY);
  }

  synchronized Tracker client(String key) {
    JsonService service =
        new JsonService(
            new JsonService.Account(new ServiceAddress(fake.address()), () -> key, List.of()),
            new LinearRules(),
            budget,
            time.pace(services.size()));
    services.add(service);
    return new LinearTracker(service, "shop", "SHOP");
  }

  @Override
  public void personSays(IssueId issue, String body) {
    fake.within(() ->
        fake.actions.createComment(
            fake.workspace.person, Map.of("issueId", issue.value(), "body", body)));
  }

  /** From now on what happens is sent there, signed with the secret. */
  public void tell(URI address, String secret) {
    fake.within(() -> fake.workspace.hooks.to(address, secret));
  }

  /** A person calls Signalbox on the issue; Linear's id of the agent session. */
  public String call(IssueId issue) {
    List<String> made = new ArrayList<>();
    fake.within(() -> made.add(fake.calls.call(fake.workspace.issue(issue.value())).text("id")));
    return made.getFirst();
  }

  /** A person speaks in an agent session, or orders it to stop. */
  public void prompt(String session, String text, boolean isStop) {
    fake.within(() -> fake.calls.prompt(session, text, isStop));
  }

  /** What was said in an agent session, oldest first, such as {@code Thought: On it}. */
  public List<String> said(String session) {
    List<String> said = new ArrayList<>();
    fake.within(() ->
        LinearActions.list(
                Objects.requireNonNull(fake.workspace.sessions.get(session)), "activityNodes")
            .forEach(each -> said.add(words(each.node("content")))));
    return said;
  }

  private static String words(FakeNode content) {
    return content.type.replaceAll("AgentActivity|Content", "") + ": " + content.text("body");
  }

  /** The agent comments on the issue. */
  public void agentComments(IssueId issue, String body) {
    fake.within(() ->
        fake.actions.createComment(
            fake.workspace.agent, Map.of("issueId", issue.value(), "body", body)));
  }

  /** The agent's session on the issue comes to its end. */
  public void agentEnds(IssueId issue, String text) {
    fake.within(() -> FakeAgent.ends(fake.workspace, issue, text));
  }

  /** Linear ties a pull request to the agent's session on the issue. */
  public void agentLinks(IssueId issue, String url) {
    fake.within(() -> FakeAgent.links(fake.workspace, issue, url));
  }

  /** The agent's session on the issue fails. */
  public void agentFails(IssueId issue, String text) {
    fake.within(() -> FakeAgent.fails(fake.workspace, issue, text));
  }

  /** How often the issue was handed to an agent, or taken back. */
  public int handings(IssueId issue) {
    return (int)
        fake.workspace.hooks.sent("Issue").stream()
            .filter(each ->
                each.body().get("updatedFrom") instanceof Map<?, ?> from
                    && from.containsKey("delegateId"))
            .filter(each ->
                each.body().get("data") instanceof Map<?, ?> data
                    && issue.value().equals(data.get("identifier")))
            .count();
  }

  /** The keys of all issues, in the order in which they were made. */
  public List<String> issues() {
    List<String> keys = new ArrayList<>();
    fake.within(
        () -> fake.workspace.issues.values().forEach(each -> keys.add(each.text("identifier"))));
    return keys;
  }

  /** Sends the last webhook of a type again. */
  public void tellAgain(String type) {
    fake.workspace.hooks.again(type);
  }

  /** The statuses of the answers to all webhooks of a type so far; 0 for none in five seconds. */
  public List<Integer> heard(String type) {
    return fake.workspace.hooks.statuses(type);
  }

  @Override
  public Owners owners() {
    return new Owners(
        Optional.of(actor(fake.workspace.person)), Optional.of(actor(fake.workspace.agent)));
  }

  private static Actor actor(FakeNode user) {
    return new Actor(user.text("id"), user.text("name"), Boolean.TRUE.equals(user.get("app")));
  }

  @Override
  public void fail(boolean isFailing) {
    fake.fail(isFailing);
  }

  @Override
  public boolean hasReviewState() {
    return true;
  }

  @Override
  public void personPlans(IssueId issue, String milestone, String priority) {
    fake.within(() ->
        fake.workspace
            .issue(issue.value())
            .set("priority", 2)
            .set("priorityLabel", priority)
            .set(
                "projectMilestone",
                new FakeNode("ProjectMilestone", "m-1").set("name", milestone)));
  }

  @Override
  public void agentSays(IssueId issue, String text) {
    fake.within(() -> FakeAgent.says(fake.workspace, issue, text));
  }

  @Override
  public synchronized void close() {
    services.forEach(JsonService::close);
    fake.close();
  }
}
