package dev.signalbox.app;

import dev.signalbox.remote.Requests;
import dev.signalbox.remote.http.RequestBudget;
import dev.signalbox.session.SessionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many requests to trackers and forges were sent for each session, over all processes that were
 * the engine of a state folder. For people alone: what is lost with a disk is counted anew.
 *
 * <p>Safe for several threads; one process writes.
 */
final class RequestLedger implements RequestBudget.Tally {
  /** In the state folder: a line for each session, with tabs between its name and its numbers. */
  private static final String FILE = "requests.tsv";

  private final Path file;
  private final SortedMap<String, Requests> sent = new TreeMap<>();

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
        if (cells.length == 3 && line.matches("[^\t]+\t[0-9]{1,15}\t[0-9]{1,15}")) {
          sent.put(cells[0], new Requests(Long.parseLong(cells[1]), Long.parseLong(cells[2])));
        }
      }
    } catch (IOException _) {
      // Nobody is held up by a number that is only shown.
    }
  }

  @Override
  public synchronized void add(Optional<SessionKey> session, Requests more) {
    sent.merge(
        session.map(SessionKey::toString).orElse(RequestBudget.NOBODY), more, Requests::plus);
    List<String> lines =
        sent.entrySet().stream()
            .map(each ->
                "%s\t%d\t%d"
                    .formatted(
                        each.getKey(), each.getValue().counted(), each.getValue().unchanged()))
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
    return sent.getOrDefault(session.toString(), Requests.NONE);
  }
}
