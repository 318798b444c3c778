package dev.signalbox.githubapi;

import java.time.Duration;
import java.time.Instant;

/** What goes wrong with one request. */
public sealed interface Fault {

  /** GitHub itself fails; nothing was done. */
  record Broken(int status) implements Fault {}

  /** The hour's requests are used up; nothing was done. */
  record OutOfRequests(Instant reset) implements Fault {}

  /** Too many at once: the secondary limit; nothing was done. */
  record TooFast(int status, Duration pause) implements Fault {}

  /** GitHub does not do it, and says why. */
  record Refused(int status, String words) implements Fault {}

  /** It was done, and the answer is cut in the middle. */
  record Cut() implements Fault {}
}
