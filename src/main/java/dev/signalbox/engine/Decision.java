package dev.signalbox.engine;

import dev.signalbox.approval.Answer;
import java.util.List;

/**
 * What follows from an input.
 *
 * @param facts to journal, in order; empty when nothing changes
 * @param effects to hand out once the facts are durable
 * @param answer for the person whose command it was
 */
public record Decision(RunState state, List<Recorded> facts, List<Effect> effects, Answer answer) {
  public Decision {
    facts = List.copyOf(facts);
    effects = List.copyOf(effects);
  }
}
