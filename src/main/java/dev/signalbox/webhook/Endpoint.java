package dev.signalbox.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a sender delivers.
 *
 * @param name of a hook; empty for the senders that Signalbox knows
 */
public record Endpoint(Kind kind, String name) implements Comparable<Endpoint> {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final String HOOK = "hook/";

  public Endpoint {
    if (kind == Kind.HOOK ? !isName(name) : !name.isEmpty()) {
      throw new IllegalArgumentException("expected a name for a hook alone, found " + name);
    }
  }

  /** Whose form and signature. */
  public enum Kind {
    GITHUB,
    LINEAR,
    SENTRY,
    VERCEL,
    /** Anybody else. */
    HOOK
  }

  /** Whether a hook may be called that. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** A sender that Signalbox knows. */
  public static Endpoint of(Kind kind) {
    return new Endpoint(kind, "");
  }

  /** A hook with that name. */
  public static Endpoint hook(String name) {
    return new Endpoint(Kind.HOOK, name);
  }

  /** Its key: {@code github}, {@code hook/deploys}. */
  public String key() {
    return kind == Kind.HOOK ? HOOK + name : kind.name().toLowerCase(Locale.ROOT);
  }

  /** The endpoint with that key. */
  public static Optional<Endpoint> find(String key) {
    for (Kind kind : Kind.values()) {
      if (kind != Kind.HOOK && of(kind).key().equals(key)) {
        return Optional.of(of(kind));
      }
    }
    return key.startsWith(HOOK) && isName(key.substring(HOOK.length()))
        ? Optional.of(hook(key.substring(HOOK.length())))
        : Optional.empty();
  }

  @Override
  public int compareTo(Endpoint other) {
    return key().compareTo(other.key());
  }

  @Override
  public String toString() {
    return key();
  }
}
