package dev.signalbox.plan.markdown;

import dev.signalbox.document.Block;
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
  private static final List<String> TELLING_KEYS =
      List.of("topic", "base", "max-parallel", "cost-checkpoint-usd", "verify", "protect");

  @Override
  public String name() {
    return "signalbox";
  }

  /** A phase with a field of ours, or phases below a header of ours (which may be broken). */
  @Override
  public boolean recognises(PlanSource source) {
    if (source.files().size() != 1 || isJson(source.first())) {
      return false;
    }
    MarkdownDocument document = MarkdownDocument.parse(source.first());
    return hasOurHeader(document) || hasOurFields(document);
  }

  private static boolean isJson(SourceFile file) {
    return file.name().endsWith(".json");
  }

  private static boolean hasOurHeader(MarkdownDocument document) {
    if (document.frontMatter().isEmpty()) {
      return false;
    }
    DataReading header = header(document.frontMatter().get());
    return header
        .mapping()
        .map(root -> root.entries().stream().anyMatch(e -> TELLING_KEYS.contains(e.key())))
        .orElseGet(() -> header.root().isEmpty() && hasPhases(document));
  }

  private static boolean hasPhases(MarkdownDocument document) {
    return document.blocks().stream()
        .anyMatch(b -> b instanceof Block.Heading heading && PhaseHeading.of(heading).isPresent());
  }

  private static boolean hasOurFields(MarkdownDocument document) {
    boolean inPhase = false;
    for (Block block : document.blocks()) {
      if (block instanceof Block.Heading heading) {
        inPhase = PhaseHeading.of(heading).isPresent();
      } else if (inPhase
          && block instanceof Block.Item item
          && FieldText.field(item.first()).filter(f -> PhaseFields.isKey(f.key())).isPresent()) {
        return true;
      }
    }
    return false;
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
