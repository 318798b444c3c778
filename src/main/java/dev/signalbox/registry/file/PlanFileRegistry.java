package dev.signalbox.registry.file;

import dev.signalbox.registry.PlanEdit;
import dev.signalbox.registry.RegistryWriter;
import dev.signalbox.registry.SessionRegistry;
import dev.signalbox.registry.WriteOutcome;

/** Writes the registry into a plan that a person may be editing. */
public final class PlanFileRegistry implements RegistryWriter {
  private final PlanFileEdit file;

  public PlanFileRegistry() {
    this.file = new PlanFileEdit();
  }

  /** For tests, which write into the file at the worst moments. */
  PlanFileRegistry(Runnable beforeReplacing, Runnable afterReplacing, boolean mayExchange) {
    this.file = new PlanFileEdit(beforeReplacing, afterReplacing, mayExchange);
  }

  @Override
  public WriteOutcome write(String planFile, SessionRegistry registry) {
    return file.write(planFile, bytes -> PlanEdit.apply(bytes, registry));
  }
}
