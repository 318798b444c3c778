package dev.signalbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.config.ProxiedOrigin;
import dev.signalbox.control.BearerToken;
import dev.signalbox.control.Command;
import dev.signalbox.control.Control;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.RecordedControl;
import dev.signalbox.control.RunSketch;
import dev.signalbox.session.RunId;
import dev.signalbox.session.Spoken;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DashboardTest {
  /** At the threads, each some milliseconds: a busy thread stays so for ever. */
  private static final int LOOKS_MAX = 1_000;

  @TempDir private Path folder = Path.of("");
  private final EngineController engine = EngineController.waiting("the table");
  private final SpokenRecords records = new SpokenRecords();
  private Optional<String> lack = Optional.empty();
  private Optional<Dashboard.Absence> absence = Optional.empty();
  private Optional<ProxiedOrigin> proxy = Optional.empty();
  private Dashboard dashboard;
  private Browser browser;

  private Dashboard start(String start, Path state) {
    return start(start, state, new LocalControl(engine));
  }

  private Dashboard start(String start, Path state, Control control) {
    return Dashboard.start(
        new Dashboard.Shown(
            state,
            control,
            records,
            new Dashboard.Told(
                new Dashboard.PlanPages(() -> "{\"phases\":[]}", () -> "{\"agents\":[]}"),
                start,
                absence),
            "anna",
            new Dashboard.ForMachines(() -> "signalbox_sessions 3\n", () -> lack),
            proxy));
  }

  @BeforeEach
  void serve() {
    dashboard = start("one", folder);
    browser = new Browser(dashboard.link());
  }

  private void restart(String start) {
    dashboard.close();
    dashboard = start(start, folder);
    browser = new Browser(dashboard.link());
  }

  @AfterEach
  void stop() {
    dashboard.close();
  }

  @Test
  void theLinkIsTheOwnersAloneAndTheSameAfterARestart() throws IOException {
    Path file = folder.resolve("dashboard-link");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    PageLink first = dashboard.link();
    assertThat(Files.readString(file)).isEqualTo(first.text() + "\n");
    assertThat(first.toString()).doesNotContain(first.token().value());
    restart("two");
    assertThat(dashboard.link()).isEqualTo(first);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, folder.resolve(FiguresToken.NAME));
    }
  }

  @Test
  void aTakenPortIsGoneAroundAndTheTokenStays() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    new PageLink(dashboard.link().port(), new BearerToken("f".repeat(64))).publish(other);
    try (Dashboard second = start("one", other)) {
      assertThat(second.link().port()).isNotEqualTo(dashboard.link().port());
      assertThat(second.link().token().value()).isEqualTo("f".repeat(64));
      assertThat(PageLink.find(other)).contains(second.link());
      assertThat(browser.with("Authorization", "Bearer " + "f".repeat(64)).get("/api/run").status())
          .isEqualTo(401);
    }
  }

  @Test
  void nothingIsToldWithoutTheToken() throws IOException {
    for (String path :
        new String[] {"/api/run", "/api/events", "/api/plan", "/api/reviews", "/metrics"}) {
      assertThat(browser.with("Authorization", "").get(path).status()).isEqualTo(401);
      String wrong = "Bearer " + "0".repeat(64);
      assertThat(browser.with("Authorization", wrong).get(path).status()).isEqualTo(401);
    }
    Browser.Answer refused =
        browser.with("Authorization", "").post("/api/decide", "{\"decision\":\"approve\"}");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).contains("signalbox dashboard");
    assertThat(engine.gate(GateKind.TABLE)).isNotNull();
  }

  @Test
  void aPageOfAnotherOriginIsRefusedEvenWithTheToken() throws IOException {
    String own = "http://127.0.0.1:" + dashboard.link().port();
    assertThat(browser.with("Origin", own).get("/api/run").status()).isEqualTo(200);
    assertThat(browser.with("Origin", "http://evil.example").get("/api/run").status())
        .isEqualTo(403);
    assertThat(browser.with("Origin", "null").get("/api/run").status()).isEqualTo(403);
    assertThat(browser.with("Host", "evil.example").get("/").status()).isEqualTo(403);
  }

  @Test
  void theOriginOfAProxyCountsWhereThePersonNamedItAndNoOther() throws IOException {
    Browser proxied = browser.with("Host", "box.example").with("Origin", "https://box.example");
    assertThat(proxied.get("/api/run").status()).isEqualTo(403);
    assertThat(browser.with("Host", "box.example").get("/").status()).isEqualTo(403);
    assertThat(browser.with("Origin", "https://box.example").get("/api/run").status())
        .isEqualTo(403);

    proxy = ProxiedOrigin.parse("https://box.example");
    restart("two");
    proxied = browser.with("Host", "box.example").with("Origin", "https://box.example");
    assertThat(proxied.get("/api/run").status()).isEqualTo(200);
    assertThat(proxied.get("/").status()).isEqualTo(200);
    assertThat(browser.with("Origin", "https://box.example").get("/api/run").status())
        .as("a proxy that sends its own host")
        .isEqualTo(200);
    assertThat(browser.get("/api/run").status()).as("here").isEqualTo(200);
    List<String> others =
        List.of(
            "http://box.example",
            "https://box.example:8443",
            "https://evil.example",
            "https://box.example.evil.example",
            "https://BOX.example",
            "null");
    for (String other : others) {
      assertThat(proxied.with("Origin", other).get("/api/run").status()).as(other).isEqualTo(403);
    }
    for (String other : List.of("evil.example", "box.example:80", "www.box.example")) {
      assertThat(proxied.with("Host", other).get("/api/run").status()).as(other).isEqualTo(403);
    }
    Browser pretending = proxied.with("X-Forwarded-For", "127.0.0.1");
    assertThat(pretending.with("Authorization", "").get("/api/run").status()).isEqualTo(401);
    assertThat(
            browser
                .with("Host", "evil.example")
                .with("X-Forwarded-Host", "box.example")
                .get("/api/run")
                .status())
        .isEqualTo(403);
  }

  @Test
  void aProxyIsToldToPassAStreamOnAtOnce() throws IOException {
    assertThat(browser.get("/api/run").head()).contains("X-Accel-Buffering: no");
  }

  @Test
  void whoShowsTheTokenReadsFigures() throws IOException {
    Browser.Answer figures = browser.get("/metrics");
    assertThat(figures.status()).isEqualTo(200);
    assertThat(figures.head()).contains("Content-Type: text/plain; version=0.0.4; charset=utf-8");
    assertThat(figures.body()).contains("signalbox_sessions 3");
    assertThat(browser.with("Host", "evil.example").get("/metrics").status()).isEqualTo(403);
  }

  @Test
  void theTokenForFiguresReadsThemAndNothingElse() throws IOException {
    Path file = folder.resolve(FiguresToken.NAME);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    String token = Files.readString(file).strip();
    assertThat(token).matches("[0-9a-f]{64}").isNotEqualTo(dashboard.link().token().value());
    Browser prometheus = browser.with("Authorization", "Bearer " + token);
    assertThat(prometheus.get("/metrics").body()).contains("signalbox_sessions 3");
    List<String> told =
        List.of("run", "events", "plan", "timeline", "reviews", "runs", "feedback", "nothing");
    for (String path : told) {
      assertThat(prometheus.get("/api/" + path).status()).as(path).isEqualTo(401);
    }
    assertThat(prometheus.get("/api/sessions/S-A/transcript").status()).isEqualTo(401);
    for (String word : Command.WORDS) {
      assertThat(prometheus.post("/api/" + word, "{}").status()).as(word).isEqualTo(401);
    }
    assertThat(prometheus.with("Origin", "http://evil.example").get("/metrics").status())
        .isEqualTo(403);
  }

  @Test
  void theTokenForFiguresStaysUntilItsFileIsRemoved() throws IOException {
    Path file = folder.resolve(FiguresToken.NAME);
    String first = Files.readString(file).strip();
    PageLink link = dashboard.link();
    restart("two");
    assertThat(Files.readString(file).strip()).isEqualTo(first);
    Files.delete(file);
    restart("three");
    assertThat(Files.readString(file).strip()).matches("[0-9a-f]{64}").isNotEqualTo(first);
    assertThat(dashboard.link()).isEqualTo(link);
    assertThat(browser.with("Authorization", "Bearer " + first).get("/metrics").status())
        .isEqualTo(401);
  }

  @Test
  void anybodyHereMayAskWhetherTheEngineIsWell() throws IOException {
    Browser stranger = browser.with("Authorization", "");
    assertThat(stranger.get("/healthz").status()).isEqualTo(200);
    assertThat(stranger.get("/readyz").status()).isEqualTo(200);
    lack = Optional.of("expected the engine to run, found it stopped");
    assertThat(stranger.get("/healthz").status()).isEqualTo(200);
    Browser.Answer bad = stranger.get("/readyz");
    assertThat(bad.status()).isEqualTo(503);
    assertThat(bad.body()).contains("not ready: expected the engine to run, found it stopped");
    assertThat(bad.head()).contains("Cache-Control: no-store");
    assertThat(stranger.with("Host", "evil.example").get("/readyz").status()).isEqualTo(403);
  }

  @Test
  void thePageLoadsNothingFromElsewhereAndSitsInNoFrame() throws IOException {
    Browser.Answer page = browser.with("Authorization", "").get("/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.head())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer")
        .doesNotContain("unsafe-inline", "unsafe-eval");
    assertThat(page.body()).contains("<title>Signalbox</title>");
    assertThat(browser.get("/nowhere").status()).isEqualTo(404);
    assertThat(browser.get("/../LocalRun.class").status()).isIn(400, 404);
  }

  @Test
  void aDecisionIsThePersonsOfTheEngineWhateverThePageSays() throws IOException {
    Gate gate = engine.gate(GateKind.TABLE);
    String words =
        "{\"id\":\"%s\",\"decision\":\"approve\",\"who\":\"somebody\"}".formatted(gate.id());
    assertThat(browser.post("/api/decide", words).body()).contains("\"answer\":\"taken\"");
    assertThat(engine.settled(gate).who()).isEqualTo("anna");
    assertThat(engine.settled(gate).decision()).isEqualTo(new GateDecision.Approved());
    assertThat(browser.post("/api/decide", words).body()).contains("taken-before");
  }

  @Test
  void wordsThatAreNoCommandSayWhatWasExpected() throws IOException {
    Browser.Answer answer = browser.post("/api/decide", "{\"decision\":\"maybe\",\"id\":\"1-ab\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("expected").doesNotContain("Exception");
    assertThat(browser.post("/api/decide", "{").status()).isEqualTo(400);
    assertThat(browser.post("/api/tell", "x".repeat(2 << 20)).status()).isEqualTo(413);
    assertThat(browser.get("/api/sessions/..%2F..%2Fetc/transcript").status()).isEqualTo(400);
    assertThat(browser.get("/api/sessions/S-A/transcript?from=-1").status()).isEqualTo(400);
  }

  @Test
  void withoutAnEngineThePageSaysSoAndNothingIsDecided() throws IOException {
    absence = Optional.of(new Dashboard.Absence(true, "signalbox dispatch plan.md"));
    RecordedControl recorded =
        new RecordedControl(
            Optional.of(new LocalControl(engine).look()),
            Instant.EPOCH,
            "signalbox dispatch plan.md");
    dashboard.close();
    dashboard = start("two", folder, recorded);
    browser = new Browser(dashboard.link());
    try (Browser.Stream stream = browser.open("")) {
      Browser.Heard first = stream.next();
      assertThat(first.name()).isEqualTo("absence");
      assertThat(first.data())
          .isEqualTo("{\"hasRun\":true,\"command\":\"signalbox dispatch plan.md\"}");
      assertThat(stream.next().data()).contains("\"kind\":\"table\"");
    }
    Gate gate = engine.gate(GateKind.TABLE);
    for (String word : Command.WORDS) {
      String body =
          "{\"id\":\"%s\",\"decision\":\"approve\",\"session\":\"S-A\",\"text\":\"x\",\"why\":\"x\"}"
              .formatted(gate.id());
      Browser.Answer refused = browser.post("/api/" + word, body);
      assertThat(refused.status()).as(word).isEqualTo(409);
      assertThat(refused.body())
          .contains("ENGINE_MISSING", "start one: signalbox dispatch plan.md");
    }
    assertThat(engine.gate(GateKind.TABLE)).isEqualTo(gate);
  }

  @Test
  void aStreamTellsAllFirstAndThenWhatChanged() throws IOException {
    try (Browser.Stream stream = browser.open("")) {
      Browser.Heard all = stream.next();
      assertThat(all.name()).isEqualTo("run");
      assertThat(all.data()).contains("\"kind\":\"table\"", "\"session\":\"" + RunSketch.A + "\"");
      engine.pulse(RunSketch.A, 2_000_000, "Read README.md");
      Browser.Heard change = stream.next();
      assertThat(change.name()).isEqualTo("change");
      assertThat(change.data())
          .contains("\"session\":\"" + RunSketch.A + "\"", "Read README.md", "\"gates\":null")
          .doesNotContain("\"session\":\"" + RunSketch.B + "\"");
    }
  }

  @Test
  void whoWasCutOffIsToldWhatChangedMeanwhile() throws IOException {
    String last;
    try (Browser.Stream stream = browser.open("")) {
      last = stream.next().id();
    }
    engine.pulse(RunSketch.A, 1_000_000, "Read README.md");
    engine.pulse(RunSketch.B, 1_000_000, "Read LICENSE");
    try (Browser.Stream stream = browser.open(last)) {
      Browser.Heard change = stream.next();
      assertThat(change.name()).isEqualTo("change");
      assertThat(change.data()).contains("Read README.md", "Read LICENSE");
      assertThat(change.id()).isNotEqualTo(last);
    }
  }

  @Test
  void whoSawAnotherStartOfTheEngineIsToldAll() throws IOException {
    String last;
    try (Browser.Stream stream = browser.open("")) {
      last = stream.next().id();
    }
    restart("two");
    for (String id : new String[] {last, "one-999999", "nonsense", "two-x"}) {
      try (Browser.Stream stream = browser.open(id)) {
        assertThat(stream.next().name()).isEqualTo("run");
      }
    }
  }

  @Test
  @Timeout(60)
  void streamsThatEndWithTheServerLeaveNoThreadAtWork() throws Exception {
    try (Browser.Stream one = browser.open("");
        Browser.Stream other = browser.open("")) {
      one.next();
      other.next();
      dashboard.close();
      // What they would tell now reaches nobody.
      engine.pulse(RunSketch.A, 1, "Read README.md");
    }
    HotSpotDiagnosticMXBean diagnostics =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    String threads = "JavalinServlet";
    for (int look = 0; look < LOOKS_MAX && threads.contains("JavalinServlet"); look++) {
      Path dump = folder.resolve("threads-" + look + ".json");
      diagnostics.dumpThreads(dump.toString(), ThreadDumpFormat.JSON);
      threads = Files.readString(dump);
    }
    assertThat(threads).contains("DashboardTest").doesNotContain("JavalinServlet");
  }

  @Test
  void anEarlierRunIsLookedUpByItsName() throws IOException {
    assertThat(browser.get("/api/runs").body())
        .contains("\"run\":\"earlier-1\"", "over, 2 of 2 merged");
    assertThat(browser.get("/api/reviews").status()).isEqualTo(200);
    assertThat(browser.get("/api/reviews?run=earlier-1").status()).isEqualTo(200);
    assertThat(records.asked)
        .containsExactly(Optional.empty(), Optional.of(new RunId("earlier-1")));
    assertThat(browser.get("/api/reviews?run=..%2Fx").status()).isEqualTo(400);
  }

  @Test
  void aProcessThatIsYetToWriteHasAnEmptyPage() throws IOException {
    Browser.Answer page = browser.get("/api/sessions/S-A/transcript?attempt=2");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("\"attempt\":2", "\"entries\":[]");
  }

  @Test
  void aLongTranscriptComesByPages() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      records.spoken.add(new Spoken.ToolUsed("entry " + i + "."));
    }
    records.spoken.add(new Spoken.Piece("m", "one "));
    records.spoken.add(new Spoken.Piece("m", "message"));
    Browser.Answer last = browser.get("/api/sessions/S-A/transcript");
    assertThat(last.body())
        .contains("\"from\":9801", "\"total\":10001", "\"text\":\"one message\"", "entry 9801.")
        .doesNotContain("entry 9800.");
    Browser.Answer first = browser.get("/api/sessions/S-A/transcript?from=0");
    assertThat(first.body()).contains("entry 0.", "entry 199.").doesNotContain("entry 200.");
    assertThat(browser.get("/api/sessions/S-A/transcript?from=20000").body())
        .contains("\"entries\":[]");
  }
}
