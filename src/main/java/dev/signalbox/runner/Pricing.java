package dev.signalbox.runner;

import dev.signalbox.session.Tokens;

/** What tokens cost, for agents that tell their tokens and not their cost. */
public interface Pricing {
  /** Nothing is known: everything costs 0, which means unknown. */
  Pricing NONE = (_, _) -> 0;

  /**
   * The price in millionths of a dollar; 0 for a model whose price is not known.
   *
   * @param model as the agent names it
   */
  long microUsd(String model, Tokens tokens);
}
