package dev.signalbox.plan;

import java.util.List;
import java.util.Optional;

/**
 * What the dispatch prompt says of a phase. Texts are one line each, in the plan's own Markdown,
 * trimmed; lists keep the plan's order.
 *
 * @param verb the prompt's action verb
 * @param context bullets of essential context, three to five wanted
 * @param acceptance testable criteria
 * @param tasks the numbered tasks, without their numbers
 * @param deliverable what done looks like
 * @param resumes a link to the prior session
 * @param executes the phase whose recommendation it carries out, as far as a person approves it
 */
public record Brief(
    String verb,
    List<String> context,
    List<String> acceptance,
    List<String> tasks,
    Optional<String> deliverable,
    Optional<String> resumes,
    Optional<PhaseRef> executes) {
  /** The verb of a phase that names none. */
  public static final String VERB_DEFAULT = "Implement";

  public Brief {
    context = List.copyOf(context);
    acceptance = List.copyOf(acceptance);
    tasks = List.copyOf(tasks);
  }
}
