package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Fact;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.plan.AgentId;
import dev.signalbox.session.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A second scripted agent, which cannot ask before it uses tools; a person puts it into a table.
 */
final class Understudy {
  private static final AgentId ID = new AgentId("understudy");
  private static final SessionId A = new SessionId("S-A");
  private static final SessionId B = new SessionId("S-B");

  private Understudy() {}

  /** Puts it into the person's catalogue, and work that does not collide into the shop. */
  static void hire(Shop shop) throws IOException {
    Path config = shop.home().resolve(".config/signalbox/config.yaml");
    Files.createDirectories(config.getParent());
    Files.writeString(
        config,
        """
        agents:
          - id: understudy
            name: Understudy
            runs: here
            branch: understudy/{issue}
            reads-skills: false
            offered-for: []
            protocol: scripted
            launch: {bypass: {}, plan: {}}
            cannot: {ask: "was never asked"}
            can: [tell-cost]
        """);
    for (String issue : Shop.ISSUES) {
      shop.script(
          issue,
          "start",
          "estimate $1",
          "write src/" + issue + ".txt Done.",
          "commit The work",
          "summary It is done.",
          "complete");
    }
  }

  /** Starts an engine whose table waits for a person. */
  static Program dispatch(Shop shop) throws IOException {
    return shop.start(
        "dispatch",
        shop.plan().toString(),
        "--agent",
        "scripted",
        "--state",
        shop.state().toString());
  }

  /** It played S-A, everybody else their own part, and S-B was merged before it. */
  static void assertPlayed(Told told) {
    Fact.TableRevised last = told.all(Fact.TableRevised.class).getLast();
    assertThat(last.spec().sessions())
        .allSatisfy(session ->
            assertThat(session.handling().agent())
                .isEqualTo(session.id().equals(A) ? ID : new AgentId("scripted")));
    SessionSpec played = last.spec().sessions().getFirst();
    assertThat(played.handling().branch()).isEqualTo("understudy/shop-201");
    List<SessionId> merged =
        told.all(Fact.Merged.class).stream().map(Fact.Merged::session).toList();
    assertThat(merged).contains(A, B);
    assertThat(merged.indexOf(B)).isLessThan(merged.indexOf(A));
  }
}
