package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.EngineController;
import dev.signalbox.golden.Golden;
import dev.signalbox.runner.program.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("signalbox.root", ".")).resolve("docs/man/signalbox.1");

  @Test
  void thePageSaysWhatTheCommandsSay() {
    String page =
        ManPage.of(
            Typed.cli(
                    new EngineController(),
                    new Terminal(
                        InputStream.nullInputStream(),
                        new PrintWriter(Writer.nullWriter()),
                        new PrintWriter(Writer.nullWriter()),
                        Terminal.COLUMNS_DEFAULT))
                .described());
    Golden.assertDocument("docs/man/signalbox.1", page);
    assertThat(page).contains("signalbox check PLAN").doesNotContain("warm", "complete\\-ids");
  }

  @ParameterizedTest
  @ValueSource(strings = {"groff -man -ww -Tutf8 -z", "mandoc -Tlint -W warning"})
  void programsThatShowPagesHaveNothingToRemark(String command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.add(PAGE.toString());
    Process process;
    try {
      process = new ProcessBuilder(words).redirectErrorStream(true).start();
    } catch (IOException _) {
      Requirement.skipUnless(false, words.getFirst() + " is not installed");
      return;
    }
    String remarks = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(remarks).isZero();
    assertThat(remarks).isEmpty();
  }
}
