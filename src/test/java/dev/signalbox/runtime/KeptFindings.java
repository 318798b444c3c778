package dev.signalbox.runtime;

import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.Workspaces;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Workspaces that keep review records, and do nothing else. */
final class KeptFindings {
  /** What was kept, each time. */
  final List<Kept> kept = new ArrayList<>();

  /** Why the next is not; empty when it is. */
  Optional<String> refusal = Optional.empty();

  record Kept(SessionKey session, String tip, String text) {}

  Workspaces workspaces() {
    return (Workspaces)
        Proxy.newProxyInstance(
            Workspaces.class.getClassLoader(),
            new Class<?>[] {Workspaces.class},
            (_, method, arguments) -> {
              if (!method.getName().equals("keepRecord")) {
                throw new AssertionError("expected nobody to need " + method);
              }
              if (refusal.isEmpty()) {
                kept.add(
                    new Kept(
                        (SessionKey) arguments[0], (String) arguments[1], (String) arguments[2]));
              }
              return refusal;
            });
  }
}
