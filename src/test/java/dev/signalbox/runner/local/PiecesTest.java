package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.session.Spoken;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {
  private final Pieces pieces = new Pieces();

  private List<Spoken> add(Spoken... spoken) {
    List<Spoken> shown = new ArrayList<>();
    for (Spoken each : spoken) {
      shown.addAll(pieces.add(each));
    }
    return shown;
  }

  @Test
  void linesAreShownWhole() {
    assertThat(add(new Spoken.Piece("", "I will wr"), new Spoken.Piece("", "ite.\nAnd th")))
        .containsExactly(new Spoken.Words("I will write."));
    assertThat(add(new Spoken.ToolUsed("edit a")))
        .containsExactly(new Spoken.Words("And th"), new Spoken.ToolUsed("edit a"));
    assertThat(pieces.rest()).isEmpty();
  }

  @Test
  void anotherMessageBeginsAnotherLine() {
    assertThat(add(new Spoken.Piece("a", "one"), new Spoken.Piece("b", "two")))
        .containsExactly(new Spoken.Words("one"));
    assertThat(pieces.rest()).containsExactly(new Spoken.Words("two"));
  }

  @Test
  void whatIsWholeIsShownAsItIs() {
    assertThat(add(new Spoken.Words("x"))).containsExactly(new Spoken.Words("x"));
  }
}
