package dev.signalbox.engine;

import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionName;

/** The name of a session that joins a run: they go on after those of the table. */
final class JoiningId {
  private JoiningId() {}

  static SessionId next(Deciding deciding) {
    int index = deciding.run().sessions().size();
    while (deciding.run().find(new SessionId(SessionName.of(index))).isPresent()) {
      index++;
    }
    return new SessionId(SessionName.of(index));
  }
}
