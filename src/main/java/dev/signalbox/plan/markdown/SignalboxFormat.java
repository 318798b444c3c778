package dev.signalbox.plan.markdown;

import dev.signalbox.document.DataNode;
import dev.signalbox.document.DataReading;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.document.YamlReader;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.plan.PlanFormat;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceFile;
import java.util.List;
import java.util.Optional;

/** Signalbox's own plan format: front matter, then one section per phase (design section 2). */
public final class SignalboxFormat implements PlanFormat {
  @Override
  public String name() {
    return "signalbox";
  }

  /**
   * A phase with a field of ours, or phases below a header of ours, which may be broken. Looked for
   * line by line, because a large plan takes long to parse and is read right after.
   */
  @Override
  public boolean recognises(PlanSource source) {
    if (source.files().size() != 1 || isJson(source.first())) {
      return false;
    }
    PlanSigns signs = PlanSigns.of(source.first().text());
    return signs.hasOurFields() || signs.hasOurHeader();
  }

  private static boolean isJson(SourceFile file) {
    return file.name().endsWith(".json");
  }

  private static DataReading header(MarkdownDocument.FrontMatter frontMatter) {
    return YamlReader.read(frontMatter.text(), frontMatter.at());
  }

  @Override
  public PlanReading read(PlanSource source) {
    MarkdownDocument document = MarkdownDocument.parse(source.first());
    Problems problems = new Problems();
    PlanAssembly assembly = new PlanAssembly(problems);
    document.blocks().forEach(assembly::take);
    DataNode.Mapping header = headerOf(document, problems);
    return assembly.finish(source, header);
  }

  private static DataNode.Mapping headerOf(MarkdownDocument document, Problems problems) {
    Position start = Position.startOf(document.path());
    DataNode.Mapping empty = new DataNode.Mapping(List.of(), start);
    if (document.frontMatter().isEmpty()) {
      return empty;
    }
    DataReading reading = header(document.frontMatter().get());
    problems.all(reading.problems());
    Optional<DataNode> root = reading.root();
    if (root.isPresent() && reading.mapping().isEmpty()) {
      problems.error(
          ErrorCode.PLAN_YAML_INVALID,
          root.get().at(),
          "expected keys with values between the --- lines, found something else",
          "write one key: value per line");
    }
    return reading.mapping().orElse(empty);
  }
}
