package dev.signalbox.runner.local;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A file that grows by lines, read from its beginning in whole lines. Holds no buffer. */
final class LineFile {
  private static final int CHUNK_BYTES = 1 << 18;

  private final Path path;
  private final int lineBytesMax;

  /** Where the first line starts that was not handed on. */
  private long offset;

  /** Up to here there is no line feed after {@link #offset}. */
  private long seen;

  private long linesPassedOver;
  private boolean isClosed;

  LineFile(Path path, int lineBytesMax) {
    this.path = path;
    this.lineBytesMax = lineBytesMax;
  }

  /** Takes a line. */
  interface LineTaker {
    /**
     * Takes the next line.
     *
     * @param line without its line feed; bytes that are not UTF-8 are replaced
     * @param end the offset after its line feed
     */
    void take(String line, long end);
  }

  /** Bytes in whole lines that were handed on or passed over. */
  long offset() {
    return offset;
  }

  /** Bytes looked at. */
  long seen() {
    return seen;
  }

  /** Lines that were longer than the limit. */
  long linesPassedOver() {
    return linesPassedOver;
  }

  void close() {
    isClosed = true;
  }

  /**
   * Hands on the lines that came since the last call, up to about {@link
   * Limits#AGENT_PART_BYTES_MAX}.
   *
   * @return whether nothing more was there
   */
  boolean read(LineTaker taker) {
    if (isClosed) {
      throw new IllegalStateException("expected an open transcript, found a closed one");
    }
    // Asking for the size alone is cheap: most looks at a thousand sessions find nothing new.
    if (path.toFile().length() <= seen) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(path)) {
      byte[] chunk = new byte[(int) Math.min(CHUNK_BYTES, channel.size() - offset + 1)];
      long limit = offset + Limits.AGENT_PART_BYTES_MAX;
      while (offset < limit) {
        // A line that began in the last chunk is read again from its start, unless it fills one.
        long from = seen - offset < chunk.length / 2 ? offset : seen;
        int count = channel.read(ByteBuffer.wrap(chunk), from);
        if (count <= 0 || from + count <= seen) {
          return true;
        }
        takeLines(channel, chunk, from, count, taker);
      }
      return false;
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.AGENT_FOLDER_FAILED,
          "agent output: expected to read " + path + ", found " + e,
          List.of("check the disk and the owner of the state folder"),
          e);
    }
  }

  /** Hands on all lines to the end of what is there now. */
  void readToEnd(LineTaker taker) {
    boolean isAtEnd;
    do {
      isAtEnd = read(taker);
    } while (!isAtEnd);
  }

  private void takeLines(FileChannel channel, byte[] chunk, long from, int count, LineTaker taker)
      throws IOException {
    int start = 0;
    for (int i = (int) (seen - from); i < count; i++) {
      if (chunk[i] == '\n') {
        long end = from + i + 1;
        if (end - 1 - offset > lineBytesMax) {
          linesPassedOver++;
        } else if (offset >= from) {
          taker.take(new String(chunk, start, i - start, StandardCharsets.UTF_8), end);
        } else {
          taker.take(readLine(channel, end - 1), end);
        }
        offset = end;
        start = i + 1;
      }
    }
    seen = from + count;
  }

  /** A line that began in an earlier chunk. */
  private String readLine(FileChannel channel, long end) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) (end - offset));
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) <= 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return new String(buffer.array(), StandardCharsets.UTF_8);
  }
}
