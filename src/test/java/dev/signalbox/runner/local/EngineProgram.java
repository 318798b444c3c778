package dev.signalbox.runner.local;

import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.StartOutcome;
import java.io.IOException;
import java.nio.file.Path;

/** A Signalbox of its own, to be killed: starts the site's agent, says so and waits. */
final class EngineProgram {
  private EngineProgram() {}

  public static void main(String[] args) throws IOException {
    ScriptedSite site = new ScriptedSite(Path.of(args[0]));
    LaunchOrder order = site.order(1, new LaunchOrder.Conversation.Fresh(args[1]));
    if (site.runner().start(order) instanceof StartOutcome.Started started) {
      System.out.println("started " + started.identity().pid());
    }
    // Until it is killed: nobody writes here.
    System.exit(System.in.read());
  }
}
