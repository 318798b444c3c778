package dev.signalbox.session;

import java.util.List;

/** What an agent asks and waits for. Its id is the agent's own, unique within the session. */
public sealed interface Question {

  /** The agent's id of the question; an answer names it. */
  String id();

  /**
   * May this tool be used? In plan mode some agents ask this too, and act on a yes: before the plan
   * is approved, policy says no.
   *
   * @param tool the tool's name, such as {@code Bash}
   * @param input the tool's input as JSON, whole: what a person decides on
   * @param access what it would do
   */
  record Permission(String id, String tool, String input, Access access) implements Question {}

  /**
   * Is this plan good? The agent changes nothing before it is approved.
   *
   * @param plan Markdown, whole
   */
  record PlanApproval(String id, String plan) implements Question {}

  /**
   * Which of these?
   *
   * @param items in the agent's order; at least one
   */
  record Choice(String id, List<Item> items) implements Question {
    public Choice {
      items = List.copyOf(items);
    }
  }

  /**
   * Asked with the session's own tools (ADR 0030). The agent does not hold still for it: its turn
   * may end meanwhile, and the answer is the next message.
   */
  record Inquiry(String id, Item item) implements Question {}

  /**
   * One question of a {@link Choice}, or the whole of an {@link Inquiry}.
   *
   * @param options the labels offered; a person may also answer in other words
   */
  record Item(String text, List<String> options, boolean isMultiple) {
    public Item {
      options = List.copyOf(options);
    }
  }
}
