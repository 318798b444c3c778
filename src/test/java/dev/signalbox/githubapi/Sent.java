package dev.signalbox.githubapi;

/**
 * A request that came in.
 *
 * @param line such as {@code GET /repos/acme/shop/pulls?state=all}
 * @param status of the answer; 304 does not count against the limit
 */
public record Sent(String line, int status) {

  /** Whether GitHub counts it. */
  public boolean isCounted() {
    return status != 304;
  }
}
