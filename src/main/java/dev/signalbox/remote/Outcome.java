package dev.signalbox.remote;

import java.util.function.Function;

/**
 * What a request to a service led to.
 *
 * @param <T> what is there when it worked
 */
public sealed interface Outcome<T> {

  /** It worked. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It did not, or nobody knows whether it did. */
  record Failed<T>(Failure failure) implements Outcome<T> {}

  /** It worked, and there is nothing to hand back. */
  static Outcome<Nothing> done() {
    return new Done<>(new Nothing());
  }

  /** The same with another value; a failure stays what it is. */
  default <R> Outcome<R> map(Function<T, R> change) {
    return then(value -> new Done<>(change.apply(value)));
  }

  /** Goes on with what came back; a failure ends it here. */
  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Failed<T>(Failure failure) -> new Failed<>(failure);
    };
  }

  /** The value of a request that needs none. */
  record Nothing() {}
}
