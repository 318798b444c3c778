package dev.signalbox.endtoend;

import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import dev.signalbox.journal.FactCodec;
import dev.signalbox.journal.JournalView;
import dev.signalbox.journal.sqlite.SqliteJournal;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a journal tells of the run. */
record Told(List<Recorded> facts) {
  private static final RunId RUN = new RunId("gift-cards-1");

  /** Read anew: whoever keeps a journal open hides what opening it after a kill does. */
  static Told in(Path state) {
    Optional<JournalView> view = SqliteJournal.view(state.resolve("journal.db"));
    if (view.isEmpty()) {
      return new Told(List.of());
    }
    try (JournalView journal = view.get()) {
      return new Told(journal.read(RUN).stream().map(FactCodec.current()::decode).toList());
    }
  }

  /** The number of the last fact; 0 before there is one. */
  static long last(Path state) {
    Optional<JournalView> view = SqliteJournal.view(state.resolve("journal.db"));
    if (view.isEmpty()) {
      return 0;
    }
    try (JournalView journal = view.get()) {
      return journal.lastSequence();
    }
  }

  <F extends Fact> List<F> all(Class<F> kind) {
    return facts.stream().map(Recorded::fact).filter(kind::isInstance).map(kind::cast).toList();
  }

  <F extends Fact.OfSession> List<F> of(String session, Class<F> kind) {
    SessionId id = new SessionId(session);
    return all(kind).stream().filter(fact -> fact.session().equals(id)).toList();
  }
}
