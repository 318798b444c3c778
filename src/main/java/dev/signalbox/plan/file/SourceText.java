package dev.signalbox.plan.file;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Bytes as text.
 *
 * @param text without a byte order mark; empty when there are problems
 */
record SourceText(String text, List<Problem> problems) {

  /** Decodes strictly: a plan that is half garbage must not be half read. */
  static SourceText decode(String name, byte[] bytes) {
    int nul = indexOfNul(bytes);
    if (nul >= 0) {
      return broken(
          ErrorCode.SOURCE_BINARY,
          position(name, bytes, nul),
          "expected text, found a NUL byte",
          "point at a Markdown or JSON file");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      String text = withoutMark(decoder.decode(ByteBuffer.wrap(bytes)).toString());
      return text.isBlank() ? empty(name) : new SourceText(text, List.of());
    } catch (CharacterCodingException e) {
      return broken(
          ErrorCode.SOURCE_NOT_UTF8,
          position(name, bytes, validBytes(bytes)),
          "expected UTF-8, found a byte that it does not allow",
          "save the file as UTF-8");
    }
  }

  private static SourceText empty(String name) {
    return broken(
        ErrorCode.SOURCE_EMPTY,
        Position.startOf(name),
        "expected a plan, found an empty file",
        "start a plan with signalbox init --topic TOPIC");
  }

  private static SourceText broken(ErrorCode code, Position at, String message, String hint) {
    return new SourceText("", List.of(Problem.error(code, at, message, hint)));
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static int indexOfNul(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /** How many bytes from the start are valid UTF-8. */
  private static int validBytes(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer out = CharBuffer.allocate(8_192);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return in.position();
  }

  private static Position position(String name, byte[] bytes, int index) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < index; i++) {
      if (bytes[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    String before = new String(bytes, lineStart, index - lineStart, StandardCharsets.UTF_8);
    return new Position(name, line, before.length() + 1);
  }
}
