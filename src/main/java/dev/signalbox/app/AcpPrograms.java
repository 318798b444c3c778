package dev.signalbox.app;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.AgentProgram;
import dev.signalbox.agent.LaunchWay;
import dev.signalbox.agent.ProgramSurroundings;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.acp.AcpProgram;
import dev.signalbox.runner.acp.SessionStep;
import java.util.EnumMap;
import java.util.Map;

/** What the catalogue says of a program, for the adapter of the Agent Client Protocol. */
public final class AcpPrograms {
  private AcpPrograms() {}

  public static AcpProgram of(AgentProfile agent, AgentProgram program) {
    ProgramSurroundings sees = program.surroundings();
    Map<LaunchMode, AcpProgram.Way> ways = new EnumMap<>(LaunchMode.class);
    program.launches().ways().forEach((mode, way) -> ways.put(mode, way(way)));
    return new AcpProgram(
        agent.name(),
        program.command(),
        new AcpProgram.Surroundings(sees.variables(), sees.inherits(), sees.writes(), sees.reads()),
        ways,
        agent.tuning().prices());
  }

  private static AcpProgram.Way way(LaunchWay way) {
    return new AcpProgram.Way(way.arguments(), way.variables(), way.step().map(AcpPrograms::step));
  }

  private static SessionStep step(LaunchWay.Step step) {
    return switch (step) {
      case LaunchWay.Step.SetMode(String mode) -> new SessionStep.SetMode(mode);
      case LaunchWay.Step.SetOption(String option, String value) ->
          new SessionStep.SetOption(option, value);
    };
  }
}
