package dev.signalbox.control;

class LocalControlTest extends ControlContractTest {

  @Override
  protected Control control(EngineController engine) {
    return new LocalControl(engine, RunSketch.REVISING);
  }
}
