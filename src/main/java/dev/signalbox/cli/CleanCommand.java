package dev.signalbox.cli;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.view.TableText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalbox clean}: removes what runs left behind. */
@Command(
    name = "clean",
    description = {
      "Removes what ended runs left behind, after asking.",
      "",
      "Shows first what there is and what can go. Work that is not committed or not",
      "merged always stays, and so do open runs."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox clean",
      "  signalbox clean --run checkout-1 --yes",
      "  signalbox clean --output-days 30  also what agents wrote",
      "",
      "See also: report, cancel"
    },
    mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
  private static final int UNSET = -1;

  private final Cleaning cleaning;
  private final Terminal terminal;

  @Option(names = "--run", paramLabel = "RUN", description = "This run only.")
  private @Nullable String run;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(
      names = "--output-days",
      paramLabel = "N",
      description = "Remove also what agents wrote in runs that ended N or more days ago.")
  private int outputDays = UNSET;

  @Mixin private FolderOption folder = new FolderOption();

  CleanCommand(Cleaning cleaning, Terminal terminal) {
    this.cleaning = cleaning;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Cleaning.Wish wish =
        new Cleaning.Wish(
            folder.folder(), Optional.ofNullable(run).map(Arguments::run), wantedDays());
    try (Cleaning.Found found = cleaning.find(wish)) {
      show("To remove:", found.items(), false);
      show("Kept:", found.items(), true);
      if (found.items().stream().allMatch(item -> item.kept().isPresent())) {
        terminal.print(List.of("Nothing is to be removed."));
        return ExitCode.DONE;
      }
      return yes ? remove(found) : ask(found);
    }
  }

  private OptionalInt wantedDays() {
    if (outputDays < UNSET) {
      throw new SignalboxException(
          ErrorCode.USAGE_INVALID,
          "expected a number of days, found " + outputDays,
          List.of("write --output-days 30"));
    }
    return outputDays == UNSET ? OptionalInt.empty() : OptionalInt.of(outputDays);
  }

  private int ask(Cleaning.Found found) {
    Optional<Boolean> answer = new Answering(terminal).yes("Remove? [y/N] ");
    if (answer.orElse(false)) {
      return remove(found);
    }
    terminal.print(List.of("Nothing was removed."));
    return answer.isPresent() ? ExitCode.DONE : ExitCode.WAITING;
  }

  private int remove(Cleaning.Found found) {
    List<Cleaning.Item> done = found.remove();
    show("Removed:", done, false);
    show("Not removed:", done, true);
    return done.stream().allMatch(item -> item.kept().isEmpty()) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void show(String title, List<Cleaning.Item> items, boolean isKept) {
    List<String> lines =
        items.stream()
            .filter(item -> item.kept().isPresent() == isKept)
            .map(item -> "  " + item.what() + item.kept().map(why -> ": " + why).orElse(""))
            .map(TableText::plain)
            .toList();
    if (!lines.isEmpty()) {
      terminal.print(List.of(title));
      terminal.print(lines);
      terminal.out().flush();
    }
  }
}
