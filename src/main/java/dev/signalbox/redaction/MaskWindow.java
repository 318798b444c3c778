package dev.signalbox.redaction;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Covers the secrets of a file of any size, in a window that moves over it. Every byte keeps its
 * place, every line its length.
 *
 * <p>Fill {@link #room()}, say with {@link #filled} how much came, and take {@link #covered}; again
 * until the end.
 */
public final class MaskWindow {
  private static final int BYTES = 1 << 20;

  /** Kept on the left of what is looked at: it decides whether a token can begin there. */
  private static final int LEFT_BYTES = 16;

  private final Redactor redactor;
  private final byte[] array = new byte[BYTES];

  /** Secrets that began earlier and go on in what was not handed out yet. */
  private List<Span> open = List.of();

  private int start;
  private int end;
  private boolean isFound;

  public MaskWindow(Redactor redactor) {
    this.redactor = redactor;
  }

  /** Whether any secret was found so far. */
  public boolean isFound() {
    return isFound;
  }

  /** Where the next bytes go; never empty. */
  public ByteBuffer room() {
    int gone = Math.max(0, start - LEFT_BYTES);
    System.arraycopy(array, gone, array, 0, end - gone);
    start -= gone;
    end -= gone;
    open = open.stream().map(span -> span.before(gone)).toList();
    return ByteBuffer.wrap(array, end, array.length - end);
  }

  /** That many bytes were put into the room. */
  public void filled(int count) {
    end += count;
  }

  /**
   * The next bytes, with secrets covered; none if more has to come first.
   *
   * @param isEnd whether nothing more comes
   */
  public ByteBuffer covered(boolean isEnd) {
    // A secret that begins before this is here whole.
    int cut = isEnd ? end : Math.max(start, end - Redactor.MATCH_BYTES_MAX - LEFT_BYTES);
    List<Span> spans = new ArrayList<>(open);
    spans.addAll(redactor.find(new Bytes(array, end), start, cut));
    spans = Span.merged(spans);
    isFound |= !spans.isEmpty();
    for (Span span : spans) {
      Mask.cover(array, span, Math.max(start, span.start()), Math.min(cut, span.end()));
    }
    open = spans.stream().filter(span -> span.end() > cut).toList();
    ByteBuffer part = ByteBuffer.wrap(array, start, cut - start);
    start = cut;
    return part;
  }
}
