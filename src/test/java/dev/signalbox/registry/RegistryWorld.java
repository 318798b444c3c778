package dev.signalbox.registry;

import dev.signalbox.plan.IssueId;
import java.util.List;

/** A place in which a registry is shown, as a test has it in hand. */
public interface RegistryWorld extends AutoCloseable {

  /** A writer; each one is that of another process, which remembers nothing. */
  RegistryWriter writer();

  /** The plan's name, as the writer is given it. */
  String plan();

  /** The plan's master issue. */
  IssueId master();

  /** Whether writing fails, until told otherwise. */
  void fail(boolean isFailing);

  /** Everything that people see there, one text for each part. */
  List<String> shown();

  /** A person writes something beside it. */
  void personWrites(String text);

  /** Whether conflicts between sessions are shown there. */
  boolean showsConflicts();

  @Override
  void close();
}
