package dev.signalbox.cli;

import dev.signalbox.view.DoctorFacts;
import java.util.Optional;

/** What {@code doctor} asks of the world around it. */
public interface Health {
  /**
   * Looks at this machine; starts the agents' programs to ask for their versions and sign-in, and
   * writes nothing.
   *
   * @param state the state folder, where the person names one
   */
  DoctorFacts look(Optional<String> state);
}
