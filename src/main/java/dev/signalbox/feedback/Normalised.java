package dev.signalbox.feedback;

import java.util.List;

/**
 * What a delivery said.
 *
 * @param reason why nothing, where there is no item; else empty
 */
public record Normalised(List<FeedbackItem> items, String reason) {
  public Normalised {
    items = List.copyOf(items);
  }

  /** Something. */
  public static Normalised of(FeedbackItem... items) {
    return new Normalised(List.of(items), "");
  }

  /** Nothing that anybody acts on. */
  public static Normalised nothing(String reason) {
    return new Normalised(List.of(), reason);
  }
}
