package dev.signalbox.app;

import dev.signalbox.remote.Requests;
import dev.signalbox.remote.http.RequestBudget;
import dev.signalbox.remote.http.RequestBudget.Purpose;
import dev.signalbox.session.SessionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many requests to trackers and forges were sent for each session and for what, over all
 * processes that were the engine of a state folder. For people alone: what is lost with a disk is
 * counted anew.
 *
 * <p>Safe for several threads; one process writes.
 */
final class RequestLedger implements RequestBudget.Tally {
  /** In the state folder: a line for each session and purpose, tabs between it and its numbers. */
  private static final String FILE = "requests.tsv";

  private static final Comparator<Purpose> ORDER =
      Comparator.comparing(Purpose::session).thenComparing(Purpose::word);

  private final Path file;
  private final SortedMap<Purpose, Requests> sent = new TreeMap<>(ORDER);

  private RequestLedger(Path file) {
    this.file = file;
  }

  /** What the folder tells. */
  static RequestLedger in(Path state) {
    RequestLedger ledger = new RequestLedger(state.resolve(FILE));
    ledger.read();
    return ledger;
  }

  private void read() {
    try {
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        String[] cells = line.split("\t", -1);
        if (line.matches("[^\t]+\t[^\t]*\t[0-9]{1,15}\t[0-9]{1,15}")) {
          sent.put(
              new Purpose(cells[0], cells[1]),
              new Requests(Long.parseLong(cells[2]), Long.parseLong(cells[3])));
        }
      }
    } catch (IOException _) {
      // Nobody is held up by a number that is only shown.
    }
  }

  @Override
  public synchronized void add(Purpose purpose, Requests more) {
    sent.merge(purpose, more, Requests::plus);
    List<String> lines =
        sent.entrySet().stream()
            .map(each ->
                "%s\t%s\t%d\t%d"
                    .formatted(
                        each.getKey().session(),
                        each.getKey().word(),
                        each.getValue().counted(),
                        each.getValue().unchanged()))
            .toList();
    try {
      Path part = file.resolveSibling(FILE + ".part");
      Files.write(part, lines);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException _) {
      // The next request writes it.
    }
  }

  /** What was sent for a session so far. */
  synchronized Requests of(SessionKey session) {
    return sent.entrySet().stream()
        .filter(each -> each.getKey().session().equals(session.toString()))
        .map(Map.Entry::getValue)
        .reduce(Requests.NONE, Requests::plus);
  }
}
