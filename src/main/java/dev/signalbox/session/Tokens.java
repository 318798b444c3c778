package dev.signalbox.session;

/**
 * Tokens that an agent process has used so far, as it tells them; all 0 where it tells none.
 *
 * @param input read by the model, without those of {@code cached}
 * @param cached read by the model from its service's cache
 * @param output written by the model
 */
public record Tokens(long input, long cached, long output) {
  public static final Tokens NONE = new Tokens(0, 0, 0);

  /** Both together. */
  public Tokens plus(Tokens other) {
    return new Tokens(input + other.input, cached + other.cached, output + other.output);
  }
}
