package dev.signalbox.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Beginning;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.Recorded;
import dev.signalbox.remote.Requests;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
  private final RunMetrics metrics = new RunMetrics();

  private String text(EngineController engine) {
    return metrics.scrape(
        new RunMetrics.Look(new LocalControl(engine).look(), 4096, Optional.empty()));
  }

  private Map<String, Double> scrape(EngineController engine) {
    return Exposed.samples(text(engine));
  }

  @Test
  void tellsWhatWaitsForAPersonAndForHowLong() {
    EngineController engine = EngineController.waiting("the table");
    engine.pass(90);
    Map<String, Double> before = scrape(engine);
    assertThat(before)
        .containsEntry("signalbox_gates_open{kind=\"table\"}", 1.0)
        .containsEntry("signalbox_gate_oldest_age_seconds{kind=\"table\"}", 90.0)
        .containsEntry("signalbox_gates_open{kind=\"plan\"}", 0.0)
        .containsEntry("signalbox_sessions{state=\"Planned\"}", 3.0)
        .containsEntry("signalbox_sessions{state=\"Failed\"}", 0.0)
        .containsEntry("signalbox_run_open", 1.0)
        .containsEntry("signalbox_batch_current", 0.0)
        .containsEntry("signalbox_batches", 2.0);
    Gate gate = engine.gate(GateKind.TABLE);
    engine.submit(
        new Input.Decide(gate.number(), gate.hash(), new GateDecision.Approved(), "anna"));
    assertThat(scrape(engine))
        .containsEntry("signalbox_gates_open{kind=\"table\"}", 0.0)
        .containsEntry("signalbox_gate_oldest_age_seconds{kind=\"table\"}", 0.0)
        .containsEntry("signalbox_batch_current", 1.0)
        .containsEntry("signalbox_sessions{state=\"Claimed\"}", 2.0)
        .containsEntry("signalbox_sessions{state=\"Planned\"}", 1.0)
        .hasSameSizeAs(before);
  }

  @Test
  void tellsWhatARunCostsAndSends() {
    EngineController engine = EngineController.working();
    engine.pulse(RunSketch.A, 2_250_000, "Read README.md");
    engine.pulse(RunSketch.B, 500_000, "Read LICENSE");
    engine.sent(RunSketch.A, new Requests(12, 30));
    engine.sent(RunSketch.B, new Requests(5, 1));
    assertThat(scrape(engine))
        .containsEntry("signalbox_cost_dollars", 2.75)
        .containsEntry("signalbox_cost_estimate_dollars", 15.0)
        .containsEntry(
            "signalbox_cost_cap_dollars",
            new LocalControl(engine).look().head().money().cap().orElseThrow().cents() / 100.0)
        .containsEntry("signalbox_sessions{state=\"Working\"}", 2.0)
        .containsEntry("signalbox_sessions_running", 2.0)
        .containsEntry("signalbox_sessions_running_limit", 3.0)
        .containsEntry("signalbox_attempts_total", 2.0)
        .containsEntry("signalbox_service_requests_total", 17.0)
        .containsEntry("signalbox_service_requests_unchanged_total", 31.0)
        .containsEntry("signalbox_journal_size_bytes", 4096.0);
  }

  @Test
  void beforeARunIsOpenedNothingIsCounted() {
    Map<String, Double> figures = scrape(new EngineController());
    assertThat(figures)
        .containsEntry("signalbox_run_open", 0.0)
        .containsEntry("signalbox_sessions{state=\"Planned\"}", 0.0)
        .doesNotContainKey("signalbox_cost_cap_dollars");
    figures.remove("signalbox_journal_size_bytes");
    assertThat(figures.values()).containsOnly(0.0);
  }

  @Test
  void measuresFromReadyToStartedOverAllStartsOfTheEngine() {
    EngineController engine = EngineController.slow(20);
    List<Recorded> facts = engine.facts();
    int half = facts.size() / 2;
    List<Recorded> stored = new ArrayList<>();
    metrics
        .over((added, _, _) -> stored.addAll(added), facts.subList(0, half))
        .append(facts.subList(half, facts.size()), List.of(), false);
    assertThat(stored).isEqualTo(facts.subList(half, facts.size()));
    // A: 20 s for each of the claim, the workspace and the process; B the same, after A.
    assertThat(scrape(engine))
        .containsEntry("signalbox_dispatch_latency_seconds_count", 2.0)
        .containsEntry("signalbox_dispatch_latency_seconds_sum", 60.0 + 120.0)
        .containsEntry("signalbox_dispatch_latency_seconds_bucket{le=\"60.0\"}", 1.0)
        .containsEntry("signalbox_dispatch_latency_seconds_bucket{le=\"+Inf\"}", 2.0)
        .containsEntry("signalbox_agent_start_seconds_sum", 2 * 20.0)
        .containsEntry("signalbox_batch_duration_seconds_count", 0.0)
        .containsEntry("signalbox_journal_facts_total", (double) facts.size())
        .containsEntry(
            "signalbox_journal_last_append_timestamp_seconds",
            (double) facts.getLast().at().getEpochSecond());
  }

  @Test
  void aSessionIsReadyWhenItsBatchIsDispatchedAndWhatItNeedsIsMerged() {
    Instant start = Instant.parse("2026-11-28T10:00:00Z");
    Beginning first = new Beginning(1, Optional.empty(), Optional.empty(), false);
    List<Recorded> facts = new ArrayList<>();
    for (Map.Entry<Fact, Integer> each :
        List.<Map.Entry<Fact, Integer>>of(
            Map.entry(new Fact.RunOpened(RunSketch.spec("the table"), "anna"), 0),
            Map.entry(new Fact.BatchDispatched(1), 10),
            Map.entry(new Fact.BatchDispatched(2), 110),
            Map.entry(new Fact.Merged(RunSketch.A, Optional.empty()), 160),
            Map.entry(new Fact.AttemptBegun(RunSketch.C, first), 170),
            Map.entry(new Fact.StartConfirmed(RunSketch.C), 173),
            // Another process of a session that was started before was not waited for.
            Map.entry(new Fact.AttemptBegun(RunSketch.C, first), 300),
            Map.entry(new Fact.StartConfirmed(RunSketch.C), 301),
            Map.entry(new Fact.RunClosed(), 510))) {
      facts.add(new Recorded(facts.size() + 1, start.plusSeconds(each.getValue()), each.getKey()));
    }
    metrics.over((_, _, _) -> {}, facts);
    assertThat(scrape(new EngineController()))
        .containsEntry("signalbox_dispatch_latency_seconds_count", 1.0)
        .containsEntry("signalbox_dispatch_latency_seconds_sum", 13.0)
        .containsEntry("signalbox_agent_start_seconds_count", 2.0)
        .containsEntry("signalbox_agent_start_seconds_sum", 4.0)
        .containsEntry("signalbox_batch_duration_seconds_count", 2.0)
        .containsEntry("signalbox_batch_duration_seconds_sum", 500.0);
  }

  @Test
  void whatCouldNotBeStoredIsNotCounted() {
    EngineController engine = EngineController.working();
    var store =
        metrics.over(
            (_, _, _) -> {
              throw new IllegalStateException("the disk is full");
            },
            List.of());
    try {
      store.append(engine.facts(), List.of(), false);
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("the disk is full");
    }
    assertThat(scrape(engine)).containsEntry("signalbox_journal_facts_total", 0.0);
  }

  @Test
  void countsWebhooksBySenderAndNeverByWhatTheyAreCalled() {
    EngineController engine = EngineController.waiting("the table");
    metrics.webhooks().repeated(Endpoint.of(Endpoint.Kind.GITHUB));
    metrics.webhooks().refused(Endpoint.hook("deploys"), 401);
    metrics.webhooks().refused(Endpoint.hook("other"), 401);
    Instant now = engine.look().at();
    String text =
        metrics.scrape(
            new RunMetrics.Look(
                new LocalControl(engine).look(),
                0,
                Optional.of(
                    new DeliveryQueue.Load(17, 3, Optional.of(now.minus(Duration.ofMinutes(2)))))));
    assertThat(Exposed.samples(text))
        .containsEntry("signalbox_webhook_deliveries_total", 17.0)
        .containsEntry("signalbox_webhook_deliveries_waiting", 3.0)
        .containsEntry("signalbox_webhook_oldest_waiting_age_seconds", 120.0)
        .containsEntry("signalbox_webhook_repeats_total{sender=\"github\"}", 1.0)
        .containsEntry("signalbox_webhook_refusals_total{sender=\"hook\",status=\"401\"}", 2.0);
    assertThat(text).doesNotContain("deploys");
  }

  @Test
  void noLabelHoldsAWordOfThePlanOrAnAgent() {
    EngineController engine = EngineController.working();
    engine.pulse(RunSketch.A, 1, "Read secrets.txt");
    Gate plan = engine.showPlan(RunSketch.A, "rewrite everything");
    assertThat(plan.kind()).isEqualTo(GateKind.PLAN);
    assertThat(text(engine))
        .contains("signalbox_gates_open{kind=\"plan\"} 1")
        .doesNotContain(
            "SHOP-10", "S-A", "Payment", "secrets.txt", "rewrite", "2026-11-22-checkout", "plans/");
  }
}
