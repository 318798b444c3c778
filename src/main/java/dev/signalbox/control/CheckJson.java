package dev.signalbox.control;

import dev.signalbox.check.Analysis;
import dev.signalbox.check.Assignment;
import dev.signalbox.check.CheckResult;
import dev.signalbox.error.Problem;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Estimate;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Usd;
import dev.signalbox.schedule.Batch;
import dev.signalbox.verdict.PairVerdict;
import dev.signalbox.verdict.Verdict;
import dev.signalbox.verdict.VerdictTable;
import dev.signalbox.view.MergeOrder;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes a checked plan as the one JSON document of {@code check --json} (design section 10). */
public final class CheckJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  private CheckJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes the document, without a line break at its end.
   *
   * @param format the name of the reader that read the plan; empty when nothing could be loaded
   * @param allPairs whether pairs that say nothing new are written too
   * @param out stays open
   */
  public static void write(CheckResult result, String format, boolean allPairs, Writer out) {
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      new CheckJson(generator).document(result, format, allPairs);
    }
  }

  private void document(CheckResult result, String format, boolean allPairs) {
    json.writeStartObject();
    json.writeStringProperty("plan", result.plan().header().file());
    source(result, format);
    json.writeArrayPropertyStart("problems");
    result.problems().forEach(this::problem);
    json.writeEndArray();
    json.writeArrayPropertyStart("phases");
    result.assignments().forEach(this::phase);
    json.writeEndArray();
    if (result.analysis().isPresent()) {
      pairs(result.analysis().get(), allPairs);
      batches(result.analysis().get());
    } else {
      nothingDecided();
    }
    json.writeEndObject();
  }

  private void source(CheckResult result, String format) {
    json.writeObjectPropertyStart("source");
    json.writeStringProperty("format", format);
    json.writeStringProperty("title", result.plan().header().title());
    json.writeNumberProperty("tasks", result.counts().tasks());
    json.writeNumberProperty("edges", result.counts().edges());
    json.writeNumberProperty("parallelLabels", result.counts().parallelLabels());
    json.writeEndObject();
  }

  private void problem(Problem problem) {
    json.writeStartObject();
    json.writeStringProperty("code", problem.code().name());
    json.writeStringProperty("severity", problem.severity().word());
    json.writeStringProperty("file", problem.position().file());
    json.writeNumberProperty("line", problem.position().line());
    json.writeNumberProperty("column", problem.position().column());
    json.writeStringProperty("message", problem.message());
    json.writeStringProperty("hint", problem.hint());
    json.writeEndObject();
  }

  private void phase(Assignment assignment) {
    Phase phase = assignment.phase();
    json.writeStartObject();
    json.writeStringProperty("id", phase.id().value());
    json.writeStringProperty("title", phase.title());
    json.writeStringProperty("issue", phase.issueOrId().value());
    json.writeStringProperty("execMode", assignment.exec().word());
    json.writeBooleanProperty("execModeProposed", assignment.isProposed());
    json.writeStringProperty("launchMode", assignment.launch().launch().word());
    text("agent", assignment.agent().map(agent -> agent.id().value()).orElse(null));
    text("branch", assignment.branch().orElse(null));
    estimate(phase.handling().estimate());
    json.writeEndObject();
  }

  private void text(String key, @org.jspecify.annotations.Nullable String value) {
    if (value == null) {
      json.writeNullProperty(key);
    } else {
      json.writeStringProperty(key, value);
    }
  }

  private void estimate(Estimate estimate) {
    if (estimate.cost().isPresent()) {
      usd("estimateUsd", estimate.cost().get());
    } else {
      json.writeNullProperty("estimateUsd");
    }
    if (estimate.minutes().isPresent()) {
      json.writeNumberProperty("estimateMinutes", estimate.minutes().getAsInt());
    } else {
      json.writeNullProperty("estimateMinutes");
    }
  }

  private void usd(String key, Usd usd) {
    json.writeNumberProperty(key, new BigDecimal(usd.amount()));
  }

  private void pairs(Analysis analysis, boolean all) {
    VerdictTable.Pairs pairs = analysis.verdicts().pairs(all, Limits.PAIRS_PRINTED_MAX);
    Map<PhaseId, Integer> places = MergeOrder.places(analysis.schedule());
    json.writeArrayPropertyStart("pairs");
    pairs.listed().forEach(pair -> pair(pair, places));
    json.writeEndArray();
    json.writeNumberProperty("pairsOmitted", pairs.omitted());
  }

  private void pair(PairVerdict pair, Map<PhaseId, Integer> places) {
    json.writeStartObject();
    json.writeStringProperty("a", pair.a().value());
    json.writeStringProperty("b", pair.b().value());
    json.writeStringProperty("verdict", pair.verdict().name());
    json.writeStringProperty("rule", pair.rule().name());
    boolean isOrdered = pair.verdict() != Verdict.PARALLEL;
    text("first", isOrdered ? MergeOrder.first(pair, places).value() : null);
    strings("evidence", pair.evidence());
    json.writeEndObject();
  }

  private void batches(Analysis analysis) {
    json.writeArrayPropertyStart("batches");
    for (Batch batch : analysis.schedule().batches()) {
      json.writeStartObject();
      json.writeNumberProperty("number", batch.number());
      strings("phases", batch.phases().stream().map(PhaseId::value).toList());
      usd("estimateUsd", analysis.costs().batches().get(batch.number() - 1));
      json.writeEndObject();
    }
    json.writeEndArray();
    strings("mergeOrder", analysis.schedule().mergeOrder().stream().map(PhaseId::value).toList());
    usd("estimateUsd", analysis.costs().total());
  }

  private void nothingDecided() {
    strings("pairs", List.of());
    json.writeNumberProperty("pairsOmitted", 0);
    strings("batches", List.of());
    strings("mergeOrder", List.of());
    json.writeNullProperty("estimateUsd");
  }

  private void strings(String key, List<String> values) {
    json.writeArrayPropertyStart(key);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
