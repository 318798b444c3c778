package dev.signalbox.cli;

import dev.signalbox.view.ReviewView;
import dev.signalbox.view.ReviewsText;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code signalbox reviews}: what reviewers found in a run, and what became of it. */
@Command(
    name = "reviews",
    description = {
      "Shows what reviewers found, what was decided about it, and what became of it.",
      "Works with and without a running engine."
    },
    mixinStandardHelpOptions = true)
final class ReviewsCommand implements Callable<Integer> {
  private final Records records;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "The run; the open one, or the last.")
  private @Nullable String run;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Mixin private FolderOption folder = new FolderOption();

  ReviewsCommand(Records records, Terminal terminal) {
    this.records = records;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<ReviewView> reviews =
        records.reviews(folder.folder(), Optional.ofNullable(run).map(Arguments::run));
    if (json) {
      terminal.out().println(document(reviews));
    } else if (reviews.isEmpty()) {
      terminal.out().println("Nothing was reviewed.");
    } else {
      terminal.print(ReviewsText.lines(reviews, terminal.columns()));
    }
    return ExitCode.DONE;
  }

  private static String document(List<ReviewView> reviews) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("reviews");
      reviews.forEach(review -> write(json, review));
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void write(JsonGenerator json, ReviewView review) {
    json.writeStartObject();
    review
        .work()
        .ifPresent(work -> {
          json.writeStringProperty("session", work.session());
          work.reading().ifPresent(it -> json.writeStringProperty("reading", it));
        });
    json.writeStringProperty("option", review.option());
    json.writeStringProperty("stage", review.stage());
    json.writeNumberProperty("round", review.round());
    json.writeStringProperty("recommendation", review.recommendation());
    texts(json, "synthesis", review.synthesis());
    json.writeArrayPropertyStart("rows");
    review.rows().forEach(row -> write(json, row));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ReviewView.Row row) {
    json.writeStartObject();
    json.writeStringProperty("id", row.id());
    json.writeStringProperty("severity", row.severity());
    json.writeStringProperty("finding", row.finding());
    texts(json, "reviewers", row.voices().reviewers());
    json.writeNumberProperty("found", row.voices().found());
    json.writeNumberProperty("of", row.voices().all());
    row.voices().coverage().ifPresent(it -> json.writeStringProperty("coverage", it));
    texts(json, "answers", row.voices().answers());
    row.decision()
        .ifPresent(decision -> {
          json.writeStringProperty("decision", decision.word());
          json.writeStringProperty("who", decision.who());
          json.writeStringProperty("response", decision.response());
        });
    json.writeStringProperty("became", row.fate());
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
