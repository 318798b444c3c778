package dev.signalbox.feedback;

/**
 * Turns what one sender sends into feedback items. Total: whatever the body holds, it answers, and
 * never with an exception. The items depend on the body alone, so the same body gives the same ones
 * however often and in whatever order it comes.
 */
public interface Normaliser {

  /** The items, or why there are none. */
  Normalised read(Notification notification);
}
