package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.CursorMove;
import dev.signalbox.journal.Facts;
import dev.signalbox.journal.Journal;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Appends until it is killed, and prints the last sequence of each append that returned. */
final class AppendForever {
  static final int OFFSET_PER_FACT = 10;

  private AppendForever() {}

  public static void main(String[] arguments) {
    Random random = new Random(Long.parseLong(arguments[1]));
    try (Journal journal = SqliteJournal.open(Path.of(arguments[0]))) {
      long last = journal.lastSequence();
      while (!System.out.checkError()) {
        long next = last + 1 + random.nextInt(20);
        CursorMove move =
            new CursorMove(Facts.attempt(Facts.RUN, "S-A", 1), next * OFFSET_PER_FACT);
        journal.append(Facts.range(last + 1, next), List.of(move));
        last = next;
        System.out.println(last);
      }
    }
  }
}
