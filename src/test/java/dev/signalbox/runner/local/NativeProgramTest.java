package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeProgramTest {
  private static final String SCRIPT = "#!/usr/bin/env node\n";
  private static final String NATIVE = "\u007fELF";

  @TempDir Path temporary;
  private Path modules;
  private Path script;

  @BeforeEach
  void install() throws IOException {
    modules = temporary.toRealPath().resolve("lib/node_modules");
    script = program("@openai/codex/bin/codex.js", SCRIPT);
  }

  private Path program(String path, String text) throws IOException {
    Path file = modules.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aScriptGivesWayToTheNativeProgramBesideIt() throws IOException {
    Path wanted = program("@openai/codex-linux-x64/vendor/x86_64/bin/codex", NATIVE);
    program("@openai/codex-linux-x64/vendor/x86_64/bin/rg", NATIVE);
    program("@openai/codex-tools/codex", SCRIPT);
    assertThat(NativeProgram.behind(script, "codex")).isEqualTo(wanted);
  }

  @Test
  void aPackageForAllKeepsItInside() throws IOException {
    Path wanted =
        program("@openai/codex/node_modules/@openai/codex-linux-x64/vendor/x/bin/codex", NATIVE);
    assertThat(NativeProgram.behind(script, "codex")).isEqualTo(wanted);
  }

  @Test
  void aPackageWithoutScopeIsReadTheSameWay() throws IOException {
    Path plain = program("tool/index.js", SCRIPT);
    Path wanted = program("tool-linux-arm64/tool", NATIVE);
    assertThat(NativeProgram.behind(plain, "tool")).isEqualTo(wanted);
  }

  @Test
  void whatHasNoNativeProgramStaysAsItIs() throws IOException {
    Path alone = program("@google/gemini-cli/bundle/gemini.js", SCRIPT);
    assertThat(NativeProgram.behind(alone, "gemini")).isEqualTo(alone);
    Path binary = program("@anthropic-ai/claude-code/bin/claude.exe", NATIVE);
    program("@anthropic-ai/claude-code-linux-x64/claude", NATIVE);
    assertThat(NativeProgram.behind(binary, "claude")).isEqualTo(binary);
    Path elsewhere = Files.writeString(temporary.resolve("agent"), SCRIPT);
    assertThat(NativeProgram.behind(elsewhere, "agent")).isEqualTo(elsewhere);
    Path gone = temporary.resolve("node_modules/gone/gone.js");
    assertThat(NativeProgram.behind(gone, "gone")).isEqualTo(gone);
  }

  @Test
  void theOutermostModulesAreWhatAProgramMayLoad() {
    assertThat(NativeProgram.modules(modules.resolve("@a/b/node_modules/c/c.js")))
        .contains(modules);
    assertThat(NativeProgram.modules(temporary.resolve("bin/agent"))).isEmpty();
  }
}
