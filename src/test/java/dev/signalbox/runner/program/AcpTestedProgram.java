package dev.signalbox.runner.program;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.AgentProgram;
import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.app.AcpPrograms;
import dev.signalbox.plan.AgentId;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.acp.AcpDialect;
import dev.signalbox.runner.acp.AcpProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the catalogue that speaks the Agent Client Protocol. */
abstract class AcpTestedProgram implements TestedProgram {
  private final String id;
  private final Installed installed;

  AcpTestedProgram(String id, Installed installed) {
    this.id = id;
    this.installed = installed;
  }

  @Override
  public AgentProfile profile() {
    return AgentCatalogueFile.shipped().agents().stream()
        .filter(agent -> agent.id().equals(new AgentId(id)))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Path install() throws IOException, InterruptedException {
    return installed.executable();
  }

  /** Most would ask a person about each call. */
  @Override
  public boolean hasToolsInEveryMode() {
    return false;
  }

  /** As the catalogue has it, with the program where it was installed. */
  @Override
  public Dialect dialect(Path executable, Path home, SessionTools session) {
    AgentProgram program = profile().program().orElseThrow();
    AcpProgram shipped = AcpPrograms.of(profile(), program);
    List<String> command = new ArrayList<>(shipped.command());
    command.set(0, executable.toString());
    return new AcpDialect(
        new AcpProgram(
            shipped.name(), command, shipped.surroundings(), shipped.ways(), shipped.pricing()),
        session);
  }
}
