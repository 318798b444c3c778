package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.RunJsonReader;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.Sent;
import dev.signalbox.remote.Requests;
import dev.signalbox.view.SessionView;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many requests sessions cost: as the services saw them, and as Signalbox says it. */
final class Traffic {
  /** A session that is claimed, shown in progress, opened, merged and shown as done costs fewer. */
  static final int ORDINARY_MAX = 20;

  private Traffic() {}

  /** What {@code status} says of each session. */
  static SortedMap<String, Requests> told(Shop shop) throws Exception {
    Shop.Said said = shop.say("status", "--json");
    assertThat(said.exit()).as(said.text()).isZero();
    SortedMap<String, Requests> told = new TreeMap<>();
    for (SessionView session :
        RunJsonReader.status(said.text().substring(said.text().indexOf("{"))).sessions()) {
      told.put(session.id().value(), session.effort().requests());
    }
    return told;
  }

  /** What was sent for each session and what for, as the state folder tells it, for a person. */
  static String purposes(Shop shop) throws IOException {
    return Files.readAllLines(shop.state().resolve("requests.tsv")).stream()
        .collect(Collectors.joining("\n  ", "\n  ", ""));
  }

  /** What GitHub saw since it was asked last, of which some was nobody's in particular. */
  static List<Sent> seen(FakeGitHub gitHub) {
    return gitHub.takeSent();
  }

  /** How many requests it got that change something, or read something that changed. */
  static long counted(List<Sent> sent) {
    return sent.stream().filter(Sent::isCounted).count();
  }

  /** They by their kind, most often first, for a person. */
  static String kinds(List<Sent> sent) {
    Map<String, Long> kinds =
        sent.stream()
            .collect(
                Collectors.groupingBy(
                    each ->
                        each.status()
                            + " "
                            + each.line().replaceAll("\\?.*", "").replaceAll("[0-9a-f]{40}", "SHA"),
                    TreeMap::new,
                    Collectors.counting()));
    return kinds.entrySet().stream()
        .map(each -> "%4d %s".formatted(each.getValue(), each.getKey()))
        .collect(Collectors.joining("\n  ", "\n  ", ""));
  }
}
