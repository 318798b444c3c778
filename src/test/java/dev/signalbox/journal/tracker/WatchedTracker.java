package dev.signalbox.journal.tracker;

import dev.signalbox.tracker.Tracker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Trackers whose requests a test sees, holds up or cuts off. */
final class WatchedTracker {
  private WatchedTracker() {}

  /** Is called around each request. */
  interface Watch {
    void before(String request);

    void after(String request);
  }

  static Tracker of(Tracker real, Watch watch) {
    return (Tracker)
        Proxy.newProxyInstance(
            Tracker.class.getClassLoader(),
            new Class<?>[] {Tracker.class},
            (_, method, arguments) -> {
              if (method.getName().equals("scope")) {
                return method.invoke(real, arguments);
              }
              watch.before(method.getName());
              try {
                Object answer = method.invoke(real, arguments);
                watch.after(method.getName());
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
