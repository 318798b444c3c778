package dev.signalbox.registry;

import dev.signalbox.plan.IssueId;
import dev.signalbox.registry.tracker.TrackerRegistry;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.TrackedWorld;
import dev.signalbox.tracker.TrackerContractTest;
import java.util.List;
import java.util.Optional;

/** A registry on the master issue of any tracker. */
public final class TrackedRegistryWorld implements RegistryWorld {
  private final TrackedWorld world;
  private final IssueId master;

  /** With a master issue of its own. */
  public TrackedRegistryWorld(TrackedWorld world) {
    this.world = world;
    NewIssue issue = new NewIssue("Plan", "", Optional.empty(), List.of());
    this.master = TrackerContractTest.done(world.client().create(new NoteKey("m"), issue));
  }

  @Override
  public RegistryWriter writer() {
    return new TrackerRegistry(world.client());
  }

  @Override
  public String plan() {
    return "linear:" + master;
  }

  @Override
  public IssueId master() {
    return master;
  }

  @Override
  public void fail(boolean isFailing) {
    world.fail(isFailing);
  }

  @Override
  public List<String> shown() {
    return TrackerContractTest.done(world.client().comments(master)).stream()
        .map(Comment::body)
        .toList();
  }

  @Override
  public void personWrites(String text) {
    world.personSays(master, text);
  }

  @Override
  public boolean showsConflicts() {
    return true;
  }

  @Override
  public void close() {
    world.close();
  }
}
