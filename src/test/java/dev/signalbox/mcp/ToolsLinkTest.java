package dev.signalbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.SessionTools;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token opens its own attempt's session and nothing else. */
class ToolsLinkTest {
  private static final AttemptKey OURS = key("run-1", "S-A", 1);

  @TempDir private Path folder = Path.of("");

  private static AttemptKey key(String run, String session, int attempt) {
    return new AttemptKey(new SessionKey(new RunId(run), new SessionId(session)), attempt);
  }

  private static String named(String name, String token) {
    String named =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(name.getBytes(StandardCharsets.UTF_8));
    return ToolsLink.TOKEN_START + named + token.substring(token.indexOf('.'));
  }

  @Test
  void aTokenOpensItsOwnAttempt() {
    ToolsLink link = ToolsLink.fresh().at(4711);
    SessionTools.Access access = link.access(OURS);
    assertThat(access.url()).isEqualTo("http://127.0.0.1:4711/mcp");
    assertThat(link.opened(access.token())).contains(OURS);
  }

  @Test
  void aSealFitsNoOtherName() {
    ToolsLink link = ToolsLink.fresh();
    String token = link.access(OURS).token();
    assertThat(link.opened(named("run-1/S-A/1", token))).contains(OURS);
    for (String name : new String[] {"run-1/S-B/1", "run-2/S-A/1", "run-1/S-A/2", "run-1/S-A/11"}) {
      assertThat(link.opened(named(name, token))).as(name).isEmpty();
    }
  }

  @Test
  void anotherKeyAndWhatIsNoTokenOpenNothing() {
    ToolsLink link = ToolsLink.fresh();
    String token = link.access(OURS).token();
    assertThat(ToolsLink.fresh().opened(token)).isEmpty();
    for (String no :
        new String[] {
          "",
          "x",
          token + "A",
          token.substring(0, token.length() - 1),
          token.replace('.', '/'),
          ToolsLink.TOKEN_START + "." + "A".repeat(43),
          ToolsLink.TOKEN_START + "A".repeat(201) + "." + "A".repeat(43),
          ToolsLink.TOKEN_START + "A." + "A".repeat(43)
        }) {
      assertThat(link.opened(no)).as(no).isEmpty();
    }
  }

  @Test
  void itStaysTheSameAndIsItsOwnersOnly() throws Exception {
    ToolsLink link = ToolsLink.fresh().at(4711);
    link.publish(folder);
    assertThat(ToolsLink.find(folder)).contains(link);
    try (var files = Files.list(folder)) {
      assertThat(files)
          .singleElement()
          .satisfies(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
    assertThat(link.toString() + link.access(OURS)).doesNotContain(link.access(OURS).token());
  }

  @Test
  void withoutAFileOrWithAnotherOneThereIsNone() throws Exception {
    assertThat(ToolsLink.find(folder)).isEmpty();
    Files.writeString(folder.resolve("session-tools"), "4711 not a key\n");
    assertThat(ToolsLink.find(folder)).isEmpty();
  }
}
