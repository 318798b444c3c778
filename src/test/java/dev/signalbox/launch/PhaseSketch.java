package dev.signalbox.launch;

import dev.signalbox.error.Position;
import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Resource;
import dev.signalbox.plan.Touch;
import java.util.List;

/** Phases for tests, in a few words. */
public final class PhaseSketch {
  public static final Position POSITION = new Position("plan.md", 7, 1);

  private PhaseSketch() {}

  /** A phase 1A with that title, and nothing else. */
  public static PhaseDraft titled(String title) {
    return new PhaseDraft(new PhaseId("1A"), POSITION).title(title);
  }

  /** Adds touches. */
  public static PhaseDraft touching(PhaseDraft draft, String... globs) {
    for (String text : globs) {
      draft.touches.add(touch(text));
    }
    return draft;
  }

  /** Adds a produced pattern of files. */
  public static PhaseDraft producing(PhaseDraft draft, String glob) {
    draft.produces.add(new Resource.Files(touch(glob)));
    return draft;
  }

  /** Adds tasks. */
  public static PhaseDraft tasked(PhaseDraft draft, String... tasks) {
    draft.tasks.addAll(List.of(tasks));
    return draft;
  }

  /** A touch at {@link #POSITION}. */
  public static Touch touch(String glob) {
    try {
      return new Touch(Glob.parse(glob), POSITION);
    } catch (GlobSyntaxException e) {
      // Hostile text is no pattern, but a file may be called that.
      String path = glob.strip().replace("//", "/");
      return new Touch(Glob.literal(Glob.isPath(path) ? path : "x" + path.hashCode()), POSITION);
    }
  }
}
