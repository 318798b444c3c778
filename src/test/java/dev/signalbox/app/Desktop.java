package dev.signalbox.app;

import dev.signalbox.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * A person with a home, a repository and a plan in it that has no issues yet.
 *
 * @param variables of the environment, beside {@code PATH} and {@code HOME}
 */
record Desktop(Path home, Checkout checkout, Path planFile, Map<String, String> variables) {
  private static final String EXAMPLE = "2026-02-15-shop-checkout-revamp.md";

  /** With the example, without the ids of its issues. */
  static Desktop in(Path folder) throws IOException {
    Checkout checkout =
        Checkout.in(
            Files.createDirectories(folder.resolve("shop")), "pom.xml", "src/payment/Port.java");
    checkout.write(".signalbox/config.yaml", "projects:\n  my-shop: shop\n");
    Path example =
        Path.of(System.getProperty("signalbox.root", ".")).resolve("examples").resolve(EXAMPLE);
    String text =
        Files.readString(example)
            .replaceFirst("issue: SHOP-100\n", "")
            .replaceAll("(?m)^(## .*) [(]SHOP-[0-9]+[)]$", "$1");
    Path plan = checkout.write("docs/plans/" + EXAMPLE, text);
    return new Desktop(folder.resolve("home"), checkout, plan, new HashMap<>());
  }

  String plan() {
    return planFile.toString();
  }

  String root() {
    return checkout.root().toString();
  }

  String planText() throws IOException {
    return Files.readString(planFile);
  }

  void configure(String text) throws IOException {
    Path file = home.resolve(".config/signalbox/config.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Runs one command from inside the repository. */
  Run run(String... arguments) {
    return runIn(Terminal.COLUMNS_DEFAULT, arguments);
  }

  /** The same in a terminal of another width. */
  Run runIn(int columns, String... arguments) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", home.toString());
    return Run.at(
        new LocalMachine(environment, home, Clock.systemUTC()),
        checkout.root(),
        columns,
        arguments);
  }
}
