package dev.signalbox.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whole files, through a window. */
class MaskWindowTest {
  private static final int BIG = 3 << 20;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As a file is read: in parts of any size. */
  private static byte[] covered(Redactor redactor, byte[] file, Random random) {
    MaskWindow window = new MaskWindow(redactor);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int done = 0;
    do {
      ByteBuffer room = window.room();
      int most = Math.min(room.remaining(), file.length - done);
      int count = most <= 1 ? most : 1 + random.nextInt(most);
      room.put(file, done, count);
      window.filled(count);
      done += count;
      ByteBuffer part = window.covered(done == file.length);
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      out.writeBytes(bytes);
    } while (done < file.length);
    return out.toByteArray();
  }

  private static byte[] covered(Redactor redactor, String file) {
    return covered(redactor, bytes(file), new Random(1));
  }

  /** A line of an agent, as JSON. */
  private static String line(String text) {
    return JsonMapper.shared().writeValueAsString(java.util.Map.of("type", "user", "content", text))
        + "\n";
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noSecretSurvivesAndNothingElseChangesItsPlace(long seed) {
    Samples samples = new Samples(seed);
    List<String> known = new ArrayList<>();
    List<String> secrets = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      known.add(samples.value());
    }
    secrets.addAll(known);
    StringBuilder file = new StringBuilder();
    while (file.length() < BIG) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < samples.random.nextInt(20); i++) {
        String secret =
            switch (samples.random.nextInt(12)) {
              case 0 -> known.get(samples.random.nextInt(known.size()));
              case 1 -> samples.token();
              case 2 -> samples.privateKey();
              default -> "";
            };
        if (!secret.isEmpty()) {
          secrets.add(secret);
        }
        text.append(samples.harmless()).append(i % 2 == 0 ? '\n' : ' ').append(secret);
        text.append(i % 3 == 0 ? '\n' : ' ');
      }
      file.append(line(text.toString()));
    }
    Redactor redactor = Redactor.of(known);
    byte[] before = bytes(file.toString());

    byte[] after = covered(redactor, before, samples.random);

    assertThat(after).as("seed %d", seed).hasSameSizeAs(before);
    String text = new String(after, StandardCharsets.UTF_8);
    for (String secret : secrets) {
      String inJson = JsonMapper.shared().writeValueAsString(secret);
      assertThat(text.contains(inJson.substring(1, inJson.length() - 1)))
          .as("seed %d: %s", seed, secret)
          .isFalse();
    }
    assertThat(lineFeeds(after)).isEqualTo(lineFeeds(before));
    text.lines().forEach(each -> JsonMapper.shared().readTree(each));
    assertThat(Arrays.equals(covered(redactor, after, samples.random), after))
        .as("seed %d: covered again", seed)
        .isTrue();
  }

  private static List<Integer> lineFeeds(byte[] file) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '\n') {
        places.add(i);
      }
    }
    return places;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void aFileWithoutSecretsStaysByteForByte(long seed) {
    Samples samples = new Samples(seed);
    StringBuilder file = new StringBuilder();
    while (file.length() < BIG) {
      file.append(line(samples.harmless() + "\n" + samples.harmless()));
    }
    byte[] before = bytes(file.toString());

    byte[] after = covered(Redactor.OF_FORMS, before, samples.random);

    int first = Arrays.mismatch(before, after);
    assertThat(first)
        .as(
            "seed %d: %s",
            seed,
            first < 0
                ? ""
                : new String(before, Math.max(0, first - 60), 200, StandardCharsets.UTF_8))
        .isEqualTo(-1);
  }

  @Test
  void bytesThatAreNoTextStayToo() {
    byte[] before = new byte[BIG];
    new Random(21).nextBytes(before);

    assertThat(Arrays.equals(covered(Redactor.OF_FORMS, before, new Random(1)), before)).isTrue();
  }

  @Test
  void aSecretIsFoundWhereverTheWindowEnds() {
    String value = new Samples(31).letters(30);
    Redactor redactor = Redactor.of(List.of(value));
    // The window moves by what is left of its million bytes after the longest secret.
    int step = (1 << 20) - Redactor.MATCH_BYTES_MAX - 16;
    for (int place = step - 40; place < step + 20; place++) {
      String file = ".".repeat(place) + value + ".".repeat(2 * step);
      String after = new String(coveredAtOnce(redactor, bytes(file)), StandardCharsets.UTF_8);
      assertThat(after.substring(place - 2, place + 32))
          .as("at %d", place)
          .isEqualTo("..[redacted********************]..");
    }
  }

  private static byte[] coveredAtOnce(Redactor redactor, byte[] file) {
    MaskWindow window = new MaskWindow(redactor);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int done = 0;
    do {
      ByteBuffer room = window.room();
      int count = Math.min(room.remaining(), file.length - done);
      room.put(file, done, count);
      window.filled(count);
      done += count;
      ByteBuffer part = window.covered(done == file.length);
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      out.writeBytes(bytes);
    } while (done < file.length);
    return out.toByteArray();
  }

  @Test
  void aSecretThatRepeatsWithoutEndIsCoveredToTheLastByte() {
    byte[] before = bytes("a".repeat(BIG) + "\nb");

    byte[] after = covered(Redactor.of(List.of("aaaaaaaaaa")), before, new Random(2));

    assertThat(after).hasSameSizeAs(before);
    assertThat(new String(after, StandardCharsets.UTF_8))
        .doesNotContain("a".repeat(2))
        .endsWith("]\nb");
  }

  @Test
  void linesOfTensOfMegabytesAreCovered() {
    Samples samples = new Samples(41);
    String token = samples.token();
    String file = "{\"a\":\"" + "x ".repeat(10 << 20) + token + "\"}\n";

    String after = new String(covered(Redactor.OF_FORMS, file), StandardCharsets.UTF_8);

    assertThat(after).hasSameSizeAs(file).doesNotContain(token).endsWith("]\"}\n");
  }

  @Test
  void aMaskNeverSplitsAnEscape() {
    Redactor redactor = Redactor.of(List.of("nabcdefgh", "abcdefgh\\", "0041zzzzz"));
    for (String file :
        List.of(
            "{\"a\":\"x\\nabcdefgh\"}",
            "{\"a\":\"abcdefgh\\\"z\"}",
            "{\"a\":\"abcdefgh\\\\\"}",
            "{\"a\":\"abcdefgh\\u0041\"}",
            "{\"a\":\"\\u0041zzzzz\"}")) {
      String after = new String(covered(redactor, file), StandardCharsets.UTF_8);
      assertThat(after).hasSameSizeAs(file);
      assertThat(JsonMapper.shared().readTree(after).has("a")).as(after).isTrue();
    }
  }

  @Test
  void masksOfEveryLengthAreWhatTheySay() {
    for (int length = 1; length <= 14; length++) {
      String file = "x://me:" + "p".repeat(length) + "@host ";
      String after = new String(covered(Redactor.OF_FORMS, file), StandardCharsets.UTF_8);
      assertThat(after).hasSameSizeAs(file).doesNotContain("p").startsWith("x://me:");
      assertThat(new String(covered(Redactor.OF_FORMS, after), StandardCharsets.UTF_8))
          .isEqualTo(after);
    }
  }

  @Test
  void anEmptyFileStaysEmpty() {
    assertThat(covered(Redactor.OF_FORMS, "")).isEmpty();
  }
}
