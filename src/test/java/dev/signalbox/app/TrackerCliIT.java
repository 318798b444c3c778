package dev.signalbox.app;

import dev.signalbox.tracker.linear.LinearWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
@SuppressWarnings("NullAway.Init")
class TrackerCliIT {
  private static final String EXAMPLE = "2026-02-15-shop-checkout-revamp.md";
  @TempDir private Path folder = Path.of("");
  private LinearWorld linear;
  private Path plan = Path.of("");
  private Path repo = Path.of("");
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void start() throws IOException {
    linear = LinearWorld.open();
    repo = Files.createDirectories(folder.resolve("shop"));
    Checkout checkout = Checkout.in(repo, "pom.xml", "src/payment/Port.java");
    Path root = Path.of(System.getProperty("signalbox.root", "."));
    plan =
        checkout.write(
            "docs/plans/" + EXAMPLE,
            Files.readString(root.resolve("examples").resolve(EXAMPLE))
                .replaceFirst("issue: SHOP-100\n", "")
                .replaceAll("(?m)^(## .*) [(]SHOP-[0-9]+[)]$", "$1"));
    environment.put("LINEAR_API_KEY", LinearWorld.KEY);
    configure(
        "tracker: linear\nlinear: {key: {env: LINEAR_API_KEY}, team: SHOP, api: '"
            + linear.address()
            + "'}\n");
  }

  @AfterEach
  void stop() {
    if (linear != null) {
      linear.close();
    }
  }

  private Path home() {
    return folder.resolve("home");
  }

  private void configure(String text) throws IOException {
    Path file = home().resolve(".config/signalbox/config.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run run(String... arguments) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PATH", System.getenv("PATH"));
    all.put("HOME", home().toString());
    return Run.at(new LocalMachine(all, home(), Clock.systemUTC()), repo, arguments);
  }

  private void show(String... arguments) {
    Run run = run(arguments);
    System.out.println("=== " + String.join(" ", arguments) + "\n" + run.shown(folder));
  }

  @Test
  void explore() throws IOException {
    String p = plan.toString();
    show("dispatch", p, "--no-wait");
    show("publish", p);
    show("publish", "--yes", p);
    System.out.println(Files.readString(plan).lines().filter(l -> l.contains("SHOP")).toList());
    show("doctor");
    show("dispatch", p, "--no-wait");
    show("publish", "--yes", p);
    show("publish", "--yes", p);
    show("publish", p);
    show("check", p);
    show("check", "linear:SHOP-1", "--repo", repo.toString());
    show("check", p, "--json");
    show("check", "linear:SHOP-1", "--json", "--repo", repo.toString());
    show("prompt", "linear:SHOP-1", "1A", "--repo", repo.toString());
    show("check", "linear:SHOP-999", "--repo", repo.toString());
    show("check", "github:acme/shop#1", "--repo", repo.toString());
    show("publish", p, "--to", "github");
    show("publish", p, "--to", "jira");
    show("publish", "linear:SHOP-1");
    environment.put("LINEAR_API_KEY", "lin_api_wrong");
    show("check", "linear:SHOP-1", "--repo", repo.toString());
    show("publish", p);
    show("publish", p, "--yes");
    show("doctor");
    environment.remove("LINEAR_API_KEY");
    show("check", "linear:SHOP-1", "--repo", repo.toString());
    show("publish", p);
    environment.put("LINEAR_API_KEY", LinearWorld.KEY);
    linear.fail(true);
    show("check", "linear:SHOP-1", "--repo", repo.toString());
    show("publish", p);
    show("doctor");
    configure("tracker: linear\n");
    show("check", "linear:SHOP-1", "--repo", repo.toString());
    show("publish", p);
    show("doctor");
    configure("{}\n");
    show("publish", p);
  }
}
