package dev.signalbox.tracker.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.feedback.Words;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.http.JsonService;
import dev.signalbox.remote.http.ServiceAddress;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.TrackerContractTest;
import dev.signalbox.tracker.linear.LinearAgentSessions.Manner;
import dev.signalbox.webhook.AgentAnswers;
import dev.signalbox.webhook.AgentCall;
import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.FirstActivity;
import dev.signalbox.webhook.Secret;
import dev.signalbox.webhook.http.DeliveryLog;
import dev.signalbox.webhook.http.WebhookListener;
import dev.signalbox.webhook.sqlite.SqliteDeliveryQueue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls of Signalbox as an agent, from Linear over HTTP and back. */
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class AgentAnswersTest {
  private static final String SECRET = "between Linear and us";
  private static final String EVENT = "AgentSessionEvent";

  @TempDir private Path folder = Path.of("");
  private LinearWorld world;
  private DeliveryQueue queue;
  private WebhookListener listener;
  private IssueId issue = new IssueId("SHOP-0");
  private Optional<AgentAnswers> answers = Optional.empty();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @BeforeEach
  void open() {
    world = LinearWorld.open();
    issue =
        TrackerContractTest.done(
            world
                .client()
                .create(new NoteKey("i"), new NewIssue("Cards", "", Optional.empty(), List.of())));
    reopen();
  }

  private void reopen() {
    queue =
        SqliteDeliveryQueue.open(
            folder.resolve("webhook.sqlite"), SqliteDeliveryQueue.Room.FULL_SIZE);
    Endpoint linear = Endpoint.of(Endpoint.Kind.LINEAR);
    listener =
        WebhookListener.start(
            new WebhookListener.Setup(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Map.of(linear, new Secret(SECRET)),
                queue,
                world.time,
                new Wakes(),
                Duration.ofSeconds(10)));
    world.tell(URI.create("http://127.0.0.1:" + listener.address().getPort() + "/linear"), SECRET);
  }

  /** Ends everything of ours, as a kill would: nothing is written any more. */
  @AfterEach
  void close() {
    if (world != null) {
      cut();
      world.close();
    }
  }

  private void cut() {
    listener.close();
    answers.ifPresent(AgentAnswers::close);
    answers = Optional.empty();
    queue.close();
  }

  private void start(FirstActivity first) {
    answers = Optional.of(AgentAnswers.start(queue, first, world.time, told::add));
  }

  private FirstActivity real() {
    JsonService service =
        new JsonService(
            new JsonService.Account(
                new ServiceAddress(world.address()), () -> LinearWorld.KEY, List.of()),
            new LinearRules(),
            world.budget,
            world.time.pace(7));
    LinearAgentSessions linear = new LinearAgentSessions(service);
    return call ->
        linear.say(
            call.session(),
            new NoteKey(call.cause()),
            call.kind() == AgentCall.Kind.CREATED ? Manner.THOUGHT : Manner.RESPONSE,
            call.kind() + " on " + call.issue().map(IssueId::value).orElse("-"));
  }

  private static void until(BooleanSupplier isSo) {
    while (!isSo.getAsBoolean()) {
      assertThat(Thread.currentThread().isInterrupted()).as("the time is over").isFalse();
      LockSupport.parkNanos(2_000_000);
    }
  }

  private void untilAnswered() {
    until(() -> queue.unanswered(9).isEmpty());
  }

  @Test
  void everyCallIsAnsweredOnceHoweverOftenItComes() {
    start(real());
    String session = world.call(issue);
    until(() -> world.heard(EVENT).equals(List.of(200)));
    untilAnswered();
    assertThat(world.said(session)).containsExactly("Thought: CREATED on " + issue);

    world.tellAgain(EVENT);
    until(() -> world.heard(EVENT).size() == 2);
    world.fake.within(() -> world.fake.workspace.hooks.anew(EVENT));
    until(() -> queue.waiting(9).stream().filter(each -> isCall(each.delivery())).count() == 2);
    untilAnswered();
    assertThat(world.said(session)).containsExactly("Thought: CREATED on " + issue);

    world.prompt(session, "Use cents", false);
    until(() -> queue.waiting(9).stream().filter(each -> isCall(each.delivery())).count() == 3);
    untilAnswered();
    world.prompt(session, "Halt", true);
    until(() -> world.said(session).size() == 5);
    assertThat(world.said(session))
        .containsExactly(
            "Thought: CREATED on " + issue,
            "Prompt: Use cents",
            "Response: PROMPTED on " + issue,
            "Prompt: Halt",
            "Response: STOPPED on " + issue);
    assertThat(told).isEmpty();
  }

  private static boolean isCall(Delivery delivery) {
    return AgentCall.in(delivery).isPresent();
  }

  @Test
  void aLinearThatIsAwayIsAnsweredLaterAndLosesNothing() throws Exception {
    start(real());
    world.fake.fail(true);
    String session = world.call(issue);
    until(() -> world.heard(EVENT).equals(List.of(200)));
    assertThat(told.poll(20, TimeUnit.SECONDS)).contains("UNREACHABLE", "it is tried again");
    assertThat(queue.waiting(9)).anyMatch(each -> isCall(each.delivery()));
    assertThat(queue.unanswered(9)).hasSize(1);

    world.fake.fail(false);
    world.time.pass(Duration.ofMinutes(1));
    answers.orElseThrow().stored();
    untilAnswered();
    assertThat(world.said(session)).hasSize(1);
  }

  @Test
  void whatLinearRefusesIsSaidAndNotTriedAgain() throws Exception {
    String session = world.call(issue);
    until(() -> world.heard(EVENT).equals(List.of(200)));
    world.fake.within(() -> world.fake.workspace.sessions.clear());
    start(real());
    assertThat(told.poll(20, TimeUnit.SECONDS)).contains(session, "ABSENT", "it stays unanswered");
    untilAnswered();
    assertThat(queue.waiting(9)).anyMatch(each -> isCall(each.delivery()));
  }

  @Test
  void aCallThatIsAnsweredSlowlyKeepsNobodyWaiting() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(2);
    start(call -> {
      asked.countDown();
      try {
        never.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("cut off");
    });
    world.call(issue);
    world.call(issue);
    asked.await();
    until(() -> world.heard(EVENT).equals(List.of(200, 200)));
  }

  /** Before it was said, and after it was said but not remembered. */
  @Test
  void aKillLeavesOneAnswer() throws Exception {
    String before = world.call(issue);
    until(() -> world.heard(EVENT).equals(List.of(200)));
    cut();
    assertThat(world.said(before)).isEmpty();
    reopen();
    CountDownLatch said = new CountDownLatch(1);
    FirstActivity linear = real();
    start(call -> {
      var _ = linear.answer(call);
      said.countDown();
      throw new IllegalStateException("killed");
    });
    said.await();
    cut();
    assertThat(world.said(before)).hasSize(1);
    reopen();
    assertThat(queue.unanswered(9)).hasSize(1);
    start(linear);
    untilAnswered();
    assertThat(world.said(before)).hasSize(1);
    assertThat(told).noneMatch(line -> line.contains("REFUSED"));
  }

  @Test
  void aCommentOfOursIsKnownWhenItComesBack() {
    String text = CommentMark.write(new NoteKey("run-1/registry"), "| a |");
    assertThat(Words.isOwn(text)).isTrue();
    assertThat(Words.isOwn("See " + text)).isFalse();
  }

  /** Wakes the answers, as the wiring does. */
  private final class Wakes implements DeliveryLog {
    @Override
    public void stored(Delivery delivery) {
      answers.ifPresent(AgentAnswers::stored);
    }

    @Override
    public void known(Delivery delivery) {}

    @Override
    public void refused(Endpoint from, int status, String reason) {
      told.add(from + " refused " + status + ": " + reason);
    }
  }
}
