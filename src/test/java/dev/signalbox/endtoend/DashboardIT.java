package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.web.DashboardSources;
import dev.signalbox.web.PageLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person looks at a running engine in a browser, and decides there. */
@Timeout(180)
class DashboardIT {
  private static final String HOSTILE =
      "<script>window.hurt = 1</script><img src=x onerror=\"window.hurt = 2\">";

  /** What the guide shows. */
  private static final List<String> PICTURES = List.of("run-light", "inbox-light", "plan-dark");

  @TempDir private Path folder = Path.of("");
  private Shop shop;
  private DashboardBrowser browser;

  @BeforeEach
  void open() throws Exception {
    Files.createDirectories(folder.resolve("person"));
    shop = Shop.in(folder.resolve("person")).open();
    browser = DashboardBrowser.in(folder.resolve("browser"));
  }

  @AfterEach
  void leave() throws Exception {
    shop.cutThePower();
  }

  private static String[] job(String file, String... before) {
    List<String> steps = new ArrayList<>(List.of("start", "estimate $1"));
    steps.addAll(List.of(before));
    steps.addAll(
        List.of("write " + file + " Done.", "commit The work", "summary It is done.", "complete"));
    return steps.toArray(String[]::new);
  }

  /** Waits for the dashboard of the engine. */
  private String link(Program engine) throws Exception {
    return Waiting.until(
        "a dashboard", () -> PageLink.find(shop.state()).map(PageLink::text), engine::printed);
  }

  /** Starts a run whose table waits to be approved. */
  private Program propose() throws Exception {
    return shop.start(
        "dispatch",
        shop.plan().toString(),
        "--agent",
        "scripted",
        "--state",
        shop.state().toString());
  }

  @Test
  void aRunIsDecidedAndWatchedInTheBrowser() throws Exception {
    shop.script("SHOP-201", job("src/numbers.txt", "plan 1. Blue numbers."));
    shop.script("SHOP-202", job("src/balance.txt", "choose Which?|The sum|The product", "listen"));
    shop.commit();
    try (Program engine = propose()) {
      browser.hold("decide", link(engine));
      assertThat(engine.exit(60)).as(engine.printed()).isZero();
    }
    Told told = Told.in(shop.state());
    assertThat(told.all(Fact.GateDecided.class))
        .extracting(Fact.GateDecided::who)
        .containsOnly(System.getProperty("user.name"));
    assertThat(shop.git("log", "--oneline", "main")).contains("The work");
  }

  @Test
  void aPageThatWasCutOffComesBack() throws Exception {
    shop.script("SHOP-201", job("src/numbers.txt", "choose Which?|The sum|The product"));
    shop.script("SHOP-204", job("web/buy.txt", "wait-for .git/never"));
    shop.commit();
    Program engine = shop.dispatch("scripted");
    try (Program playing = browser.play("cut-off", link(engine))) {
      shop.say("approve", shop.gate(engine, GateKind.COMMANDS).id().toString());
      DashboardBrowser.await(playing, "live");
      engine.kill();
      DashboardBrowser.await(playing, "lost");
      engine = shop.dispatch("scripted");
      shop.say("approve", shop.gate(engine, GateKind.QUESTION).id().toString());
      DashboardBrowser.assertHeld(playing);
    } finally {
      engine.close();
    }
  }

  @Test
  void ofTwoBrowsersOneDecides() throws Exception {
    shop.script("SHOP-201", job("src/numbers.txt", "choose Which?|The sum|The product"));
    shop.commit();
    try (Program engine = shop.dispatch("scripted")) {
      shop.say("approve", shop.gate(engine, GateKind.COMMANDS).id().toString());
      shop.gate(engine, GateKind.QUESTION);
      browser.hold("two-browsers", link(engine));
    }
    assertThat(Told.in(shop.state()).all(Fact.GateDecided.class).toString())
        .contains("The product")
        .doesNotContain("The sum");
  }

  @Test
  void aTableIsChangedInTheBrowserBeforeItIsApproved() throws Exception {
    Understudy.hire(shop);
    shop.commit();
    try (Program engine = Understudy.dispatch(shop)) {
      shop.gate(engine, GateKind.TABLE);
      browser.hold("revise", link(engine));
      try (Person _ = Person.whoApproves(shop)) {
        assertThat(engine.exit(90)).as(engine.printed()).isZero();
      }
    }
    Understudy.assertPlayed(Told.in(shop.state()));
    assertThat(shop.git("log", "--format=%B", "main")).contains("The work");
  }

  @Test
  void aLongAndHostileTranscriptIsOnlyRead() throws Exception {
    shop.script(
        "SHOP-201",
        job("src/numbers.txt", "flood 10000", "choose Which?|<svg onload=window.hurt=3>|no"));
    shop.script("SHOP-202", job("src/balance.txt", "say " + HOSTILE, "wait-for .git/never"));
    shop.commit();
    try (Program engine = shop.dispatch("scripted")) {
      shop.say("approve", shop.gate(engine, GateKind.COMMANDS).id().toString());
      shop.gate(engine, GateKind.QUESTION);
      browser.hold("long", link(engine));
    }
  }

  @Test
  void aConflictIsResolvedInTheBrowser() throws Exception {
    shop.commit();
    try (Program engine = propose()) {
      browser.hold("conflict", link(engine));
      try (Person _ = Person.whoApproves(shop)) {
        assertThat(engine.exit(60)).as(engine.printed()).isZero();
      }
    }
    assertThat(shop.git("show", "main:CHANGELOG.md"))
        .contains("Card numbers with a check digit")
        .doesNotContain("<<<<<<<");
  }

  @Test
  void aThousandSessionsCanBeRead() throws Exception {
    Files.writeString(shop.plan(), Plans.ofIndependentParts(1_000));
    shop.commit();
    try (Program engine =
        shop.start("dispatch", shop.plan().toString(), "--state", shop.state().toString())) {
      browser.hold("thousand", link(engine));
    }
  }

  @Test
  void whoHasNoLinkSeesNothing() throws Exception {
    shop.commit();
    try (Program engine = shop.dispatch("scripted")) {
      shop.gate(engine, GateKind.COMMANDS);
      browser.hold("shut-out", link(engine));
    }
  }

  @Test
  void everyPageIsAccessibleAndFitsAPhone() throws Exception {
    shop.script("SHOP-201", job("src/numbers.txt", "choose Which check digit?|Luhn|Mod 97"));
    shop.script("SHOP-202", job("src/balance.txt", "cost 120", "wait-for .git/never"));
    shop.commit();
    try (Program engine = shop.dispatch("scripted")) {
      shop.say("approve", shop.gate(engine, GateKind.COMMANDS).id().toString());
      shop.gate(engine, GateKind.QUESTION);
      browser.hold("pages", link(engine));
    }
    for (String name : PICTURES) {
      Path picture = browser.pictures().resolve(name + ".png");
      assertThat(picture).isNotEmptyFile();
      if ("1".equals(System.getenv("UPDATE_GOLDEN"))) {
        Files.copy(
            picture,
            DashboardSources.FOLDER.resolveSibling("docs/images/dashboard-" + name + ".png"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
