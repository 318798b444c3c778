package dev.signalbox.engine;

import dev.signalbox.session.SessionId;
import java.util.List;

/** What a person sees at the end of a batch. */
final class CheckpointText {
  private CheckpointText() {}

  static String of(Deciding deciding, List<SessionId> ids, int batch) {
    StringBuilder text = new StringBuilder();
    for (SessionId id : ids) {
      Session session = deciding.session(id);
      text.append(id)
          .append(' ')
          .append(session.spec().phase())
          .append(' ')
          .append(session.spec().work().title())
          .append(": ")
          .append(StateText.of(session.state()))
          .append('\n')
          .append(DriftText.indented(session.drift()));
    }
    text.append("\nNext: batch ").append(batch + 1).append('\n');
    for (SessionId id : deciding.spec().batches().get(batch)) {
      Session session = deciding.session(id);
      text.append(id)
          .append(' ')
          .append(session.spec().phase())
          .append(' ')
          .append(session.spec().work().title());
      for (SessionId need : session.spec().needs()) {
        if (!(deciding.session(need).state() instanceof SessionState.Merged)) {
          text.append("; needs ")
              .append(need)
              .append(", which is ")
              .append(StateText.word(deciding.session(need).state()));
        }
      }
      text.append('\n');
    }
    return text.toString();
  }
}
