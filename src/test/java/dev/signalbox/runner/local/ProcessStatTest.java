package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessStatTest {

  @Test
  void theProgramsNameMayHoldAnything() {
    String rest = " 7 7 7 0 -1 0 0 0 0 0 1 2 3 4 20 0 1 0 12345 6 7 8";
    assertThat(ProcessStat.parse("42 (a) S 1 (b c) Z" + rest))
        .contains(new ProcessStat('Z', 7, "12345"));
    assertThat(ProcessStat.parse("42 (a) S" + rest).orElseThrow().isLiving()).isTrue();
    assertThat(ProcessStat.parse("42 (a) Z" + rest).orElseThrow().isLiving()).isFalse();
    assertThat(ProcessStat.parse("")).isEmpty();
  }

  @Test
  void thisProcessIsFound() {
    long pid = ProcessHandle.current().pid();
    assertThat(ProcessTable.now().parents()).containsKey(pid);
    assertThat(ProcessTable.programName(pid)).isEqualTo("java");
  }
}
