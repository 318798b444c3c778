package dev.signalbox.registry.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.WrittenSection;
import dev.signalbox.registry.Registries;
import dev.signalbox.registry.WriteOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dsignalbox.registry.seed=N} repeats a run. */
class PlanFileRegistryTest {
  private static final long SEED = Long.getLong("signalbox.registry.seed", 20_261_122L);
  private static final int CASES = 200;

  @TempDir private Path folder;

  @Test
  void writesOnceAndThenNothing() throws Exception {
    Path plan = Files.writeString(folder.resolve("plan.md"), "# Plan\n");
    Files.setPosixFilePermissions(plan, PosixFilePermissions.fromString("rw-r-xr--"));
    assertThat(write(plan, "one")).isEqualTo(new WriteOutcome.Written());
    assertThat(write(plan, "one")).isEqualTo(new WriteOutcome.Unchanged());
    assertThat(Files.readString(plan)).startsWith("# Plan\n").contains("one");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plan)))
        .isEqualTo("rw-r-xr--");
    assertNothingElseIn(folder, 1);
  }

  @Test
  void whatAKilledWriterLeftIsRemovedUnlessAPersonWroteIt() throws Exception {
    Path plan = Files.writeString(folder.resolve("plan.md"), "# Plan\n");
    FileTime now = FileTime.from(Instant.parse("2026-11-22T10:00:00Z"));
    Path empty = Files.createFile(left(plan));
    Path same = Files.writeString(left(plan), "# Plan\n");
    Path older = Files.writeString(left(plan), "# An earlier plan\n");
    Files.setLastModifiedTime(older, FileTime.from(now.toInstant().minusSeconds(1)));
    Path saved = Files.writeString(left(plan), "# A later plan\n");
    Path other = Files.createFile(left(folder.resolve("other.md")));
    Files.setLastModifiedTime(plan, now);
    assertThat(write(plan, "one")).isEqualTo(new WriteOutcome.Written());
    assertThat(List.of(empty, same, older)).noneMatch(Files::exists);
    assertThat(saved).hasContent("# A later plan\n");
    assertThat(other).exists();
  }

  /** A draft's name. */
  private static Path left(Path plan) throws Exception {
    Files.writeString(plan, Files.exists(plan) ? Files.readString(plan) : "");
    Path draft = Draft.write(plan, new byte[0]);
    Files.delete(draft);
    return draft;
  }

  @Test
  void aSymbolicLinkStaysOneAndItsFileIsWritten() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real")).resolve("plan.md");
    Files.writeString(real, "# Plan\n");
    Path link = Files.createSymbolicLink(folder.resolve("plan.md"), Path.of("real/plan.md"));
    assertThat(write(link, "one")).isEqualTo(new WriteOutcome.Written());
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(real)).contains("one");
  }

  @Test
  void whatCannotBeWrittenIsToldAndLeftAsItIs() throws Exception {
    Path plan = Files.writeString(folder.resolve("plan.md"), "# Plan\n");
    Files.setPosixFilePermissions(plan, PosixFilePermissions.fromString("r--r--r--"));
    assertRefused(plan, "read-only");
    assertRefused(folder, "something else");
    assertRefused(folder.resolve("none.md"), "NoSuchFile");
    Path damaged =
        Files.writeString(folder.resolve("b.md"), WrittenSection.REGISTRY.begin() + "\n");
    assertRefused(damaged, "without the other one");
    assertThat(Files.readString(damaged)).isEqualTo(WrittenSection.REGISTRY.begin() + "\n");
  }

  private static void assertRefused(Path plan, String told) {
    assertThat(write(plan, "one"))
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class, refused -> assertThat(refused.reason()).contains(told));
  }

  @Test
  void aPersonWhoNeverStopsSavingWins() throws Exception {
    Path plan = Files.writeString(folder.resolve("plan.md"), "");
    Editor editor = new Editor(plan, new Random(SEED), Integer.MAX_VALUE);
    assertThat(
            new PlanFileRegistry(editor, () -> {}, true).write(plan.toString(), Registries.EMPTY))
        .isInstanceOf(WriteOutcome.Refused.class);
    assertThat(Files.readString(plan, StandardCharsets.ISO_8859_1)).isEqualTo(editor.text());
    assertNothingElseIn(folder, 1);
  }

  @Test
  void noByteThatAPersonSavesMeanwhileIsLost() throws Exception {
    Path plan = folder.resolve("plan.md");
    for (int i = 0; i < CASES; i++) {
      Random random = new Random(SEED + i);
      byte[] start = new byte[random.nextInt(200)];
      random.nextBytes(start);
      for (int at = 0; at < start.length; at++) {
        start[at] = start[at] == 0 || random.nextInt(8) == 0 ? (byte) '\n' : start[at];
      }
      Files.write(plan, start);
      Editor editor = new Editor(plan, random, 1 + random.nextInt(4));
      PlanFileRegistry registry = new PlanFileRegistry(editor, () -> {}, random.nextBoolean());
      for (int write = 0; write < 3; write++) {
        WriteOutcome outcome = registry.write(plan.toString(), Registries.saying("said " + write));
        assertThat(outcome).as("seed %d", SEED + i).isEqualTo(new WriteOutcome.Written());
        String now = Files.readString(plan, StandardCharsets.ISO_8859_1);
        assertThat(withoutSections(now))
            .as("seed %d, write %d", SEED + i, write)
            .isEqualTo(withoutSections(editor.text()));
        assertThat(now).contains("said " + write);
      }
    }
    assertNothingElseIn(folder, 1);
  }

  /** An editor that had the file open saves its own old version right after the edit. */
  @Test
  void whatIsGoneWhenItIsReadBackIsWrittenOnceMore() throws Exception {
    Path plan = Files.writeString(folder.resolve("plan.md"), "# Plan\n");
    int[] saves = {0};
    Runnable saving =
        () -> {
          if (saves[0]++ < 2) {
            save(plan, "# Plan, saved " + saves[0] + "\n");
          }
        };
    assertThat(
            new PlanFileRegistry(() -> {}, saving, true)
                .write(plan.toString(), Registries.saying("one")))
        .isEqualTo(new WriteOutcome.Written());
    assertThat(Files.readString(plan)).startsWith("# Plan, saved 2\n").contains("one");
    assertNothingElseIn(folder, 1);
  }

  @Test
  void whatIsGoneEachTimeIsTold() throws Exception {
    Path plan = Files.writeString(folder.resolve("plan.md"), "# Plan\n");
    assertThat(
            new PlanFileRegistry(() -> {}, () -> save(plan, "# Plan\n"), true)
                .write(plan.toString(), Registries.saying("one")))
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("changed each time"));
  }

  private static void save(Path plan, String text) {
    try {
      Files.writeString(plan, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The moment between the last look and the exchange is smaller than any hook: two threads. */
  @Test
  void theLastVersionThatAPersonSavedIsTheOneThatStays() throws Exception {
    Path plan = Files.writeString(folder.resolve("plan.md"), "start\n");
    Path own = Files.createDirectory(folder.resolve("editor"));
    StringBuilder buffer = new StringBuilder("start\n");
    Thread person =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < 500; i++) {
                rename(own.resolve("draft"), buffer.append("line ").append(i).append('\n'), plan);
              }
            });
    for (int i = 0; person.isAlive(); i++) {
      write(plan, "said " + i);
    }
    person.join();
    assertThat(withoutSections(Files.readString(plan)))
        .isEqualTo(buffer.toString().stripTrailing());
    assertThat(write(plan, "end")).isEqualTo(new WriteOutcome.Written());
    assertThat(withoutSections(Files.readString(plan)))
        .isEqualTo(buffer.toString().stripTrailing());
    assertNothingElseIn(folder, 2);
  }

  private static void rename(Path draft, CharSequence text, Path plan) {
    try {
      Files.writeString(draft, text);
      Files.move(draft, plan, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WriteOutcome write(Path plan, String said) {
    return new PlanFileRegistry().write(plan.toString(), Registries.saying(said));
  }

  private static String withoutSections(String text) {
    return WrittenSection.blankIn(text).stripTrailing();
  }

  private static void assertNothingElseIn(Path folder, int files) throws IOException {
    try (var list = Files.list(folder)) {
      assertThat(list.map(Path::getFileName)).hasSize(files);
    }
  }

  /** A person's editor, which saves at the worst moment, as often as it is told to. */
  private static final class Editor implements Runnable {
    private final Path plan;
    private final Random random;
    private int left;
    private String text = "";

    Editor(Path plan, Random random, int saves) {
      this.plan = plan;
      this.random = random;
      this.left = saves;
    }

    /** The file as the person last saved or saw it. */
    String text() throws IOException {
      return text.isEmpty() ? Files.readString(plan, StandardCharsets.ISO_8859_1) : text;
    }

    @Override
    public void run() {
      if (left == 0) {
        return;
      }
      left--;
      try {
        save(Files.readString(plan, StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** At the start or the end, so that the markers stay; in place or by renaming. */
    private void save(String old) throws IOException {
      String word = "edit \u00e9" + random.nextInt(1000) + "\n";
      text = random.nextBoolean() ? word + old : old + "\n" + word;
      if (random.nextBoolean()) {
        Files.writeString(plan, text, StandardCharsets.ISO_8859_1);
      } else {
        Path draft = plan.resolveSibling("editor.tmp");
        Files.writeString(draft, text, StandardCharsets.ISO_8859_1);
        Files.move(draft, plan, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }
}
