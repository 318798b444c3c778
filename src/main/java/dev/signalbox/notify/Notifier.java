package dev.signalbox.notify;

/**
 * Tells a person that something waits. It is best effort: the inbox is what counts.
 *
 * <p>{@link #tell} never throws and does not wait for the other side. What could not be delivered
 * is said to the log that the adapter was given, once for each notice. Safe for many threads.
 */
public interface Notifier extends AutoCloseable {

  /** Tells it. After {@link #close} nothing happens. */
  void tell(Notice notice);

  /** Gives up what is not delivered. */
  @Override
  void close();
}
