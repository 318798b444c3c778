package dev.signalbox.app;

import dev.signalbox.cli.Cleaning;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.JournalView;
import dev.signalbox.journal.folder.EngineLock;
import dev.signalbox.journal.folder.LockOutcome;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.journal.sqlite.SqliteJournal;
import dev.signalbox.session.RunId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Cleans the state folders of this person. */
final class LocalCleaning implements Cleaning {
  private final LocalEngines folders;
  private final LocalMachine machine;

  LocalCleaning(Map<String, String> environment, Path home, Clock clock) {
    this.folders = new LocalEngines(environment, home);
    this.machine = new LocalMachine(environment, home, clock);
  }

  /**
   * A thing, and how it is removed.
   *
   * @param removal why it could not be; empty when it is gone
   */
  record Task(Item item, Supplier<Optional<String>> removal) {
    static Task keeping(String what, String why) {
      return new Task(new Item(what, Optional.of(why)), () -> Optional.of(why));
    }

    Item removed() {
      return new Item(item.what(), removal.get());
    }
  }

  @Override
  public Found find(Wish wish) {
    StateFolder state = StateFolder.at(folders.stateFolder(wish.folder()));
    if (!state.isThere()) {
      throw missing(wish, state);
    }
    StateFolder owned = StateFolder.open(state.path());
    EngineLock lock =
        switch (EngineLock.acquire(owned, machine.clock().instant())) {
          case LockOutcome.Acquired(EngineLock acquired) -> acquired;
          case LockOutcome.Held held -> throw held.failure();
        };
    try {
      return found(tasks(wish, owned), lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private List<Task> tasks(Wish wish, StateFolder state) {
    try (JournalView journal =
        SqliteJournal.view(state.journal()).orElseThrow(() -> missing(wish, state))) {
      if (wish.run().isPresent() && !journal.runs().contains(wish.run().get())) {
        throw missing(wish, state);
      }
      return new Cleanable(state.path(), journal, machine).tasks(wish);
    }
  }

  private static SignalboxException missing(Wish wish, StateFolder state) {
    String what = wish.run().map(RunId::value).orElse("a run");
    return new SignalboxException(
        ErrorCode.RECORD_MISSING,
        "expected " + what + " in " + state.path() + ", found none",
        List.of("name another state folder with --state FOLDER"));
  }

  private static Found found(List<Task> tasks, EngineLock lock) {
    return new Found() {
      @Override
      public List<Item> items() {
        return tasks.stream().map(Task::item).toList();
      }

      @Override
      public List<Item> remove() {
        return tasks.stream()
            .filter(task -> task.item().kept().isEmpty())
            .map(Task::removed)
            .toList();
      }

      @Override
      public void close() {
        lock.close();
      }
    };
  }
}
