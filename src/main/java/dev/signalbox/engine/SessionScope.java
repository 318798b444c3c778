package dev.signalbox.engine;

import dev.signalbox.plan.ScopePolicy;
import java.util.List;

/**
 * Which files a session may change, as patterns in the text that was approved ({@link PathScope}
 * reads them), and what happens when it changes others.
 *
 * @param touches what its phase touches and makes; empty for nothing
 * @param own paths that Signalbox put into the workspace, or writes itself: no drift
 * @param protect paths that nobody touches; they are outside of every scope
 */
public record SessionScope(
    ScopePolicy policy, List<String> touches, List<String> own, List<String> protect) {
  /** Every file may change. */
  public static final SessionScope EVERYTHING =
      new SessionScope(ScopePolicy.RECORD, List.of("**"), List.of(), List.of());

  public SessionScope {
    touches = List.copyOf(touches);
    own = List.copyOf(own);
    protect = List.copyOf(protect);
  }
}
