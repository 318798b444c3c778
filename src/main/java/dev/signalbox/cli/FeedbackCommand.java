package dev.signalbox.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code signalbox feedback}: what came in, and where it went. */
@Command(
    name = "feedback",
    description =
        "Lists what other systems said, where it went, and what became of it. Latest first.",
    mixinStandardHelpOptions = true)
final class FeedbackCommand implements Callable<Integer> {
  private static final int MOST = 200;

  private final Receiving receiving;
  private final Terminal terminal;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Mixin private FolderOption folder = new FolderOption();

  FeedbackCommand(Receiving receiving, Terminal terminal) {
    this.receiving = receiving;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Receiving.Row> rows = receiving.rows(folder.folder(), MOST);
    if (json) {
      terminal.out().println(document(rows));
    } else if (rows.isEmpty()) {
      terminal.out().println("Nothing came in.");
    } else {
      rows.forEach(this::print);
    }
    return ExitCode.DONE;
  }

  private void print(Receiving.Row row) {
    PrintWriter out = terminal.out();
    out.printf(
        "%-7s  %-28s  %-12s  %s%n", row.state(), row.source(), row.kind(), row.destination());
    out.printf("         %s%n", row.title());
    row.outcome().ifPresent(outcome -> out.printf("         -> %s%n", outcome));
  }

  private static String document(List<Receiving.Row> rows) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("items");
      for (Receiving.Row row : rows) {
        json.writeStartObject();
        json.writeStringProperty("id", row.id());
        json.writeStringProperty("source", row.source());
        json.writeStringProperty("kind", row.kind());
        json.writeStringProperty("title", row.title());
        json.writeStringProperty("destination", row.destination());
        json.writeStringProperty("state", row.state());
        row.outcome().ifPresent(outcome -> json.writeStringProperty("outcome", outcome));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toString();
  }
}
