package dev.signalbox.engine;

import dev.signalbox.document.CodeFence;
import java.util.ArrayList;
import java.util.List;

/** What a session is told first, with what is known only when its turn comes. */
final class SessionPrompt {
  private SessionPrompt() {}

  /** The first message of a new conversation. */
  static String of(RunState state, Session session) {
    return session.spec().prompt()
        + PlanAgreements.section(state, session)
        + approved(state, session);
  }

  private static String approved(RunState state, Session session) {
    return session
        .spec()
        .order()
        .executes()
        .flatMap(state::find)
        .flatMap(decides -> decides.trace().taken().approved().map(items -> scope(decides, items)))
        .map(scope -> "\n" + scope)
        .orElse("");
  }

  private static String scope(Session decides, String items) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Execute only what was approved. %s (%s) recommended it, and a person approved what stands"
            .formatted(decides.spec().issue(), decides.spec().phase()));
    lines.add("between the fences, in its own words. It is the whole scope of this session:");
    lines.add("whatever else the recommendation or the plan names is not done.");
    lines.add("");
    lines.addAll(CodeFence.block("approved", items));
    return String.join("\n", lines) + "\n";
  }
}
