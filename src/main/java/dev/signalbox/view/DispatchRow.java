package dev.signalbox.view;

import java.util.List;

/**
 * One session of the dispatch table (design section 4), each cell as shown.
 *
 * @param session {@code S-A}, {@code S-B}, ... through the whole plan
 * @param merge the session's place in the plan's merge order, from 1
 */
public record DispatchRow(
    String session, String issue, String focus, How how, String cost, String branch, String merge) {

  /** How the session works: its mode, its permissions, its agent. */
  public record How(String mode, String launchAs, String agent) {}

  /** The column titles, in the order of {@link #cells}. */
  public static final List<String> TITLES =
      List.of(
          "Session",
          "Issue",
          "Focus",
          "Mode",
          "Launch as",
          "Agent",
          "Est. cost",
          "Branch",
          "Merge");

  /** The cells from left to right. */
  public List<String> cells() {
    return List.of(
        session, issue, focus, how.mode(), how.launchAs(), how.agent(), cost, branch, merge);
  }
}
