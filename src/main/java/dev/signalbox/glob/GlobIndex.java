package dev.signalbox.glob;

import java.util.List;
import java.util.function.IntConsumer;

/** stub. */
public final class GlobIndex {
  private final List<Glob> globs;

  public GlobIndex(List<Glob> globs) {
    this.globs = globs;
  }

  public void forEachMeeting(Glob q, IntConsumer c) {
    for (int i = 0; i < globs.size(); i++) if (globs.get(i).meet(q).isPresent()) c.accept(i);
  }

  public void forEachMatching(String p, IntConsumer c) {
    for (int i = 0; i < globs.size(); i++) if (globs.get(i).matches(p)) c.accept(i);
  }
}
