package dev.signalbox.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.plan.SourceFile;
import org.junit.jupiter.api.Test;

class DataReaderTest {
  private static final Position ORIGIN = new Position("p.md", 2, 1);

  private static DataReading yaml(String text) {
    return YamlReader.read(text, ORIGIN);
  }

  @Test
  void readsYamlWithPositions() {
    DataNode.Mapping root =
        yaml("base: main # the trunk\nprotect: [LICENSE, 'a: b']\nnone:\n").mapping().orElseThrow();
    assertThat(root.scalar("base").orElseThrow().text()).isEqualTo("main");
    assertThat(root.scalar("base").orElseThrow().at()).hasToString("p.md:2:7");
    assertThat(root.entries().get(1).keyAt()).hasToString("p.md:3:1");
    assertThat(((DataNode.Sequence) root.get("protect").orElseThrow()).items()).hasSize(2);
    assertThat(root.get("none")).isEmpty();
  }

  @Test
  void refusesAliasesAndTags() {
    assertThat(yaml("a: &x 1\nb: *x\n").problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.code()).isEqualTo(ErrorCode.PLAN_YAML_INVALID);
          assertThat(p.position()).hasToString("p.md:3:4");
        });
    assertThat(yaml("a: !!java/object x\n").problems()).hasSize(1);
    assertThat(yaml("a: !!java/object x\n").root()).isEmpty();
  }

  @Test
  void refusesABillionLaughsWithoutBuildingIt() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ",*a" + (i - 1) + "]\n");
    }
    assertThat(yaml(bomb.toString()).problems()).hasSize(1);
  }

  @Test
  void refusesDeepNesting() {
    assertThat(yaml("a: " + "[".repeat(5_000)).problems()).hasSize(1);
    assertThat(JsonReader.read(new SourceFile("t.json", "[".repeat(5_000))).problems()).hasSize(1);
  }

  @Test
  void namesTheKeyGivenTwice() {
    assertThat(yaml("a: 1\na: 2\n").problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("found a again"));
  }

  @Test
  void pointsAtSyntaxErrors() {
    assertThat(yaml("a: [1\nb: 2\n").problems())
        .singleElement()
        .satisfies(p -> assertThat(p.position().line()).isGreaterThanOrEqualTo(2));
    assertThat(yaml("a:\tb: c\u0001").problems()).hasSize(1);
    assertThat(JsonReader.read(new SourceFile("t.json", "{\n \"a\": }")).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.position().line()).isEqualTo(2));
    assertThat(JsonReader.read(new SourceFile("t.json", "{\"a\": 1")).problems()).hasSize(1);
  }

  @Test
  void readsJsonWithPositions() {
    DataNode.Mapping root =
        JsonReader.read(new SourceFile("t.json", "{\"id\": 3,\n \"s\": [null, true]}"))
            .mapping()
            .orElseThrow();
    assertThat(root.scalar("id").orElseThrow().text()).isEqualTo("3");
    DataNode.Sequence list = (DataNode.Sequence) root.get("s").orElseThrow();
    assertThat(list.at()).hasToString("t.json:2:7");
    assertThat(((DataNode.Scalar) list.items().get(0)).isNull()).isTrue();
  }
}
