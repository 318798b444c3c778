package dev.signalbox.plan;

/**
 * One text of a plan's source.
 *
 * @param path as the person gave it, or below the folder that the person gave; used in positions
 * @param text decoded, without a byte order mark; line ends as in the file
 */
public record SourceFile(String path, String text) {

  /** The last segment of {@link #path}. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
