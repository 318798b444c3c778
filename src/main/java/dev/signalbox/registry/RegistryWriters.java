package dev.signalbox.registry;

import java.util.function.Predicate;

/**
 * The plan file and the tracker, one after the other. The file comes first: it is here, and a
 * tracker that does not answer must not keep it from being written.
 *
 * @param isFile whether a plan of that name is a file, and not an issue
 */
public record RegistryWriters(RegistryWriter file, RegistryWriter tracker, Predicate<String> isFile)
    implements RegistryWriter {

  @Override
  public WriteOutcome write(String planFile, SessionRegistry registry) {
    WriteOutcome first =
        isFile.test(planFile) ? file.write(planFile, registry) : new WriteOutcome.Unchanged();
    WriteOutcome second = tracker.write(planFile, registry);
    return switch (first) {
      case WriteOutcome.Refused(String reason)
          when second instanceof WriteOutcome.Refused(String other) ->
          new WriteOutcome.Refused(reason + "; " + other);
      case WriteOutcome.Refused _ -> first;
      case WriteOutcome.Written _ -> second instanceof WriteOutcome.Refused ? second : first;
      case WriteOutcome.Unchanged _ -> second;
    };
  }
}
