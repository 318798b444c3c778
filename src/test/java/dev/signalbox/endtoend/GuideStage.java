package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.guide.Block;
import dev.signalbox.guide.Likeness;
import dev.signalbox.guide.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reader of the guide, called ann, with an empty home, who types what a page shows. */
final class GuideStage implements AutoCloseable {
  private static final int COLUMNS = 100;
  private static final String HOME = "/people/ann";

  /** Commands that only look: what they show may take agents another moment. */
  private static final String LOOKS =
      "signalbox (inbox|status|sessions|log|reviews|report)( .*)?|git log.*";

  private final Shop shop;
  private final Path top;
  private final Likeness likeness = new Likeness();
  private Optional<TerminalWindow> terminal = Optional.empty();

  private GuideStage(Shop shop, Path top) {
    this.shop = shop;
    this.top = top;
  }

  /** A stage in an empty folder. */
  static GuideStage in(Path folder) throws IOException {
    Shop shop = Shop.in(folder);
    Path top = folder.toRealPath();
    Path bin = Files.createDirectory(top.resolve("bin"));
    Path program = bin.resolve("signalbox");
    Files.writeString(program, launcher(shop));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(top.resolve("here"), shop.home().toString());
    shop.set("PATH", bin + ":" + System.getenv("PATH"));
    shop.set("STAGE", top.toString());
    shop.set("SIGNALBOX_STATE", shop.state().toString());
    shop.set("PS1", "$ ");
    return new GuideStage(shop, top);
  }

  /** As the launcher, it tells how large the terminal is. */
  private static String launcher(Shop shop) {
    List<String> java = shop.command();
    String options =
        java.stream().skip(1).map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    return """
    #!/bin/sh
    size=
    [ -t 1 ] && size=$(stty size 2>/dev/null </dev/tty)
    exec '%s' -Duser.name=ann ${size:+-Dsignalbox.rows=${size%%%% *} -Dsignalbox.columns=${size#* }} %s "$@"
    """
        .formatted(java.getFirst(), options);
  }

  /** Does what a block shows, and compares. */
  void play(Block block) throws Exception {
    if (block.file().isPresent()) {
      save(block);
    } else if (block.isInTerminal()) {
      for (Block.Step step : block.steps()) {
        showInTerminal(block, step);
      }
    } else {
      for (Block.Step step : block.steps()) {
        type(block, step);
      }
    }
  }

  private void save(Block block) throws IOException {
    Path file = here().resolve(likeness.real(block.file().orElseThrow()));
    Files.createDirectories(file.getParent());
    Files.writeString(file, likeness.real(String.join("\n", block.lines())) + "\n");
  }

  private Path here() throws IOException {
    return Path.of(Files.readString(top.resolve("here")).strip());
  }

  private void type(Block block, Block.Step step) throws Exception {
    String command = likeness.real(step.command());
    Shop.Said said = said(block, command);
    long end = System.nanoTime() + Waiting.LONGEST.toNanos();
    while (!isAsShown(block, step, said)
        && step.command().matches(LOOKS)
        && System.nanoTime() < end) {
      said = said(block, command);
    }
    if (!isAsShown(block, step, said)) {
      throw new AssertionError(
          "%s: expected of %s exit code %s and%n%s%nfound exit code %d and%n%s"
              .formatted(
                  block,
                  step.command(),
                  block.exits(),
                  String.join("\n", step.printed()),
                  said.exit(),
                  said.text()));
    }
  }

  private boolean isAsShown(Block block, Block.Step step, Shop.Said said) {
    return block.exits().contains(said.exit()) && likeness.isWhole(step.printed(), said.text());
  }

  private Shop.Said said(Block block, String command) throws Exception {
    Path folder = block.isInSourceTree() ? Page.ROOT : top;
    String script =
        block.isInSourceTree() ? command.replace("./signalbox", "signalbox") : goingOn(command);
    Path printed = Files.createTempFile(top, "typed-", ".log");
    Process process =
        shop.builder(List.of("sh", "-c", script), folder)
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(printed.toFile())
            .start();
    try (Program program = new Program(process, printed)) {
      return new Shop.Said(program.exit(60), like(program.printed()));
    }
  }

  /** The command where the last one left the person. */
  private static String goingOn(String command) {
    return """
    cd -- "$(cat "$STAGE/here")" || exit
    %s
    code=$?
    pwd >"$STAGE/here"
    exit $code
    """
        .formatted(command);
  }

  /** As the page shows it: it was another home, and may have been another folder of files. */
  private String like(String text) {
    return text.replace(shop.home().toString(), HOME);
  }

  private void showInTerminal(Block block, Block.Step step) throws Exception {
    TerminalWindow window = window();
    if (!step.command().isEmpty()) {
      window.type(likeness.real(step.command()));
    }
    List<String> shown = step.printed();
    if (block.typed().isPresent()) {
      String typed = block.typed().orElseThrow();
      String last = shown.getLast();
      assertThat(last).as("%s: the last line", block).endsWith(" " + typed);
      String asked = last.substring(0, last.length() - typed.length()).strip();
      List<String> before = shown.subList(0, shown.size() - 1);
      stands(window, block, Stream.concat(before.stream(), Stream.of(asked)).toList());
      window.type(typed);
    }
    stands(window, block, shown);
  }

  private void stands(TerminalWindow window, Block block, List<String> shown) throws Exception {
    if (!shown.isEmpty()) {
      Waiting.untilTrue(
          block + " in the terminal: " + String.join("\n", shown),
          () -> likeness.isWithin(shown, like(window.text())),
          () -> text(window));
    }
  }

  private static String text(TerminalWindow window) {
    try {
      return window.text();
    } catch (Exception e) {
      return "nothing that can be read: " + e;
    }
  }

  private TerminalWindow window() throws Exception {
    if (terminal.isEmpty()) {
      terminal = Optional.of(TerminalWindow.open(shop::builder, here(), COLUMNS, List.of("sh")));
      terminal.orElseThrow().shows("$");
    }
    return terminal.orElseThrow();
  }

  @Override
  public void close() throws IOException {
    if (terminal.isPresent()) {
      terminal.orElseThrow().close();
    }
    shop.processes().forEach(ProcessHandle::destroyForcibly);
  }
}
