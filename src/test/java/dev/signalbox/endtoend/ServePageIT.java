package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} and an engine share one dashboard: the same address, whoever of them lives. */
@Timeout(240)
class ServePageIT {
  @TempDir private Path folder = Path.of("");
  private Shop shop;
  private PageVisitor visitor;

  @BeforeEach
  void open() throws Exception {
    shop = Shop.in(folder).open();
    visitor = PageVisitor.atFreePort();
    Files.createDirectories(shop.state());
    Files.writeString(shop.state().resolve("dashboard-link"), visitor.link() + "\n");
    Path file = shop.home().resolve(".config/signalbox/config.yaml");
    Files.createDirectories(file.getParent());
    try (ServerSocket free = new ServerSocket(0)) {
      Files.writeString(
          file,
          "webhooks: {listen: 127.0.0.1:%d, sentry: {env: HOOK_SECRET}}\n"
              .formatted(free.getLocalPort()));
    }
    shop.set("HOOK_SECRET", "between Sentry and us");
    shop.script("SHOP-201", "start", "estimate $1", "choose Which?|The sum|The product", "listen");
    shop.commit();
  }

  @AfterEach
  void leave() throws Exception {
    shop.cutThePower();
  }

  private void shown(String path, int status, String words, Program instead) throws Exception {
    Waiting.untilTrue(
        path + " with " + words,
        () -> {
          PageVisitor.Heard heard = visitor.get(path);
          return heard.status() == status && heard.body().contains(words);
        },
        () -> instead.printed() + "\n" + log());
  }

  private String log() {
    try {
      return Files.readString(shop.state().resolve("engine.log"));
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  private Program serve() throws Exception {
    Program serve = shop.start("serve", "--state", shop.state().toString());
    Waiting.untilTrue("it listens", () -> serve.printed().contains("listening"), serve::printed);
    return serve;
  }

  private static String decision(String gate) {
    return "{\"id\":\"%s\",\"decision\":\"answer\",\"answers\":[\"The sum\"]}".formatted(gate);
  }

  @Test
  void thePageOutlivesTheEngineAndGoesBackToTheNext() throws Exception {
    String gate;
    try (Program engine = shop.dispatch("scripted")) {
      shop.say("approve", shop.gate(engine, GateKind.COMMANDS).id().toString());
      gate = shop.gate(engine, GateKind.QUESTION).id().toString();
      shown("/readyz", 200, "ready", engine);
      engine.kill();
    }
    try (Program serve = serve()) {
      shown("/readyz", 503, "expected an engine, found none", serve);
      recorded(gate);
      assertThat(shop.say("dashboard").text().strip()).isEqualTo(visitor.link());
      String token = shop.say("dashboard", "--metrics").text().strip();
      assertThat(token).isEqualTo(Files.readString(shop.state().resolve("metrics-token")).strip());
      PageVisitor prometheus = new PageVisitor(visitor.port(), token);
      assertThat(prometheus.get("/metrics").body()).contains("signalbox_gates_open");
      assertThat(prometheus.get("/api/run").status()).isEqualTo(401);
      // A page stays open meanwhile: nobody waits for it.
      try (PageVisitor.OpenPage page = visitor.open();
          Program engine = shop.dispatch("scripted")) {
        assertThat(page.next()).contains("event: absence");
        shown("/readyz", 200, "ready", engine);
        assertThat(log()).doesNotContain("dashboard-failed");
        assertThat(Files.readString(shop.state().resolve("dashboard-link")).strip())
            .isEqualTo(visitor.link());
        assertThat(visitor.firstEvent()).contains("event: run").doesNotContain("absence");
        engine.kill();
      }
      shown("/readyz", 503, "expected an engine, found none", serve);
      recorded(gate);
      serve.kill();
    }
    assertThat(visitor.get("/healthz").status()).isZero();
    try (Program serve = serve();
        Program engine = shop.dispatch("scripted")) {
      shown("/readyz", 200, "ready", engine);
      assertThat(visitor.post("/api/decide", decision(gate)).body()).contains("\"taken\"");
      assertThat(serve.isAlive()).isTrue();
    }
    assertThat(Told.in(shop.state()).all(Fact.GateDecided.class).toString()).contains("The sum");
  }

  /** What nobody works on is shown, and nothing can be decided. */
  private void recorded(String gate) throws Exception {
    assertThat(visitor.get("/api/run").body()).contains("gift-cards-1", gate, "Which?");
    assertThat(visitor.get("/api/runs").body()).contains("gift-cards-1");
    assertThat(visitor.get("/api/plan").body()).contains("\"phases\"");
    assertThat(visitor.get("/api/timeline").body()).contains("S-A");
    assertThat(visitor.get("/metrics").body()).contains("signalbox_run_open 1.0");
    assertThat(visitor.firstEvent())
        .contains("event: absence", "\"hasRun\":true", "signalbox dispatch " + shop.plan());
    PageVisitor.Heard refused = visitor.post("/api/decide", decision(gate));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body())
        .contains("ENGINE_MISSING", "nothing was decided", "signalbox dispatch " + shop.plan());
  }

  @Test
  void beforeTheFirstRunItSaysHowToBegin() throws Exception {
    try (Program serve = serve()) {
      shown("/readyz", 503, "expected an engine, found none", serve);
      assertThat(visitor.firstEvent()).contains("\"hasRun\":false", "signalbox dispatch PLAN");
      assertThat(visitor.get("/api/run").status()).isEqualTo(200);
      assertThat(visitor.get("/api/plan").body()).contains("RECORD_MISSING");
      assertThat(visitor.get("/metrics").body()).contains("signalbox_run_open 0.0");
      try (Program engine = shop.dispatch("scripted")) {
        shop.gate(engine, GateKind.COMMANDS);
        shown("/readyz", 200, "ready", engine);
        shown("/api/run", 200, "gift-cards-1", engine);
      }
    }
  }
}
