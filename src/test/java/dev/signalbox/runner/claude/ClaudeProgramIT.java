package dev.signalbox.runner.claude;

import dev.signalbox.runner.program.AgentProgramContractTest;
import dev.signalbox.runner.program.TestedProgram;

/** The real Claude Code under the contract of all programs. */
class ClaudeProgramIT extends AgentProgramContractTest {

  @Override
  protected TestedProgram program() {
    return new ClaudeProgram();
  }
}
