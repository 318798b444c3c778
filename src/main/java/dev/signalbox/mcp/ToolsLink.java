package dev.signalbox.mcp;

import dev.signalbox.control.PrivateFile;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the tools of sessions are served, and the key that their tokens are made with. It lies in
 * the state folder, readable by its owner only and hidden from agents, and is the same when the
 * engine starts again: agents that work on keep their way to it.
 *
 * <p>A token names its run, session and attempt, and is sealed with the key: it opens them and
 * nothing else, and none has to be kept.
 */
public final class ToolsLink {
  private static final String NAME = "session-tools";
  private static final String SEAL = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  /** Begins every token, so that it is known as one where it stands in a text. */
  static final String TOKEN_START = "signalbox_session_";

  private static final Pattern FORM = Pattern.compile("([0-9]{1,5}) ([0-9a-f]{64})");
  private static final Pattern TOKEN =
      Pattern.compile(TOKEN_START + "([A-Za-z0-9_-]{1,200})\\.([A-Za-z0-9_-]{43})");
  private static final Pattern NAMED = Pattern.compile("(.{1,80})/(.{1,20})/([1-9][0-9]{0,8})");

  private final int port;
  private final byte[] key;

  private ToolsLink(int port, byte[] key) {
    this.port = port;
    this.key = key.clone();
  }

  /** The one of a state folder; empty where none was served yet, or it cannot be read. */
  public static Optional<ToolsLink> find(Path folder) {
    return PrivateFile.read(folder, NAME)
        .map(FORM::matcher)
        .filter(Matcher::matches)
        .map(found ->
            new ToolsLink(
                Integer.parseInt(found.group(1)), HexFormat.of().parseHex(found.group(2))));
  }

  /** A new one at any free port. */
  static ToolsLink fresh() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new ToolsLink(0, bytes);
  }

  int port() {
    return port;
  }

  /** The same at the port where it is served. */
  ToolsLink at(int served) {
    return new ToolsLink(served, key);
  }

  /**
   * Writes it, whole or not at all.
   *
   * @param folder whose lock the caller holds
   * @throws dev.signalbox.error.SignalboxException {@code OUTPUT_FAILED}
   */
  void publish(Path folder) {
    PrivateFile.write(folder, NAME, port + " " + HexFormat.of().formatHex(key) + "\n");
  }

  /** The way of an attempt's agent to its tools. */
  public SessionTools.Access access(AttemptKey attempt) {
    String name =
        "%s/%s/%d"
            .formatted(attempt.session().run(), attempt.session().session(), attempt.number());
    byte[] named = name.getBytes(StandardCharsets.UTF_8);
    return new SessionTools.Access(
        "http://127.0.0.1:" + port + ToolsEndpoint.PATH,
        TOKEN_START + text(named) + "." + text(seal(named)));
  }

  /** Whom the token opens; empty for one that was not made with this key. */
  Optional<AttemptKey> opened(String token) {
    Matcher parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<byte[]> named = bytes(parts.group(1));
    Optional<byte[]> sealed = bytes(parts.group(2));
    if (named.isEmpty()
        || sealed.isEmpty()
        || !MessageDigest.isEqual(seal(named.get()), sealed.get())) {
      return Optional.empty();
    }
    Matcher name = NAMED.matcher(new String(named.get(), StandardCharsets.UTF_8));
    return name.matches()
        ? Optional.of(
            new AttemptKey(
                new SessionKey(new RunId(name.group(1)), new SessionId(name.group(2))),
                Integer.parseInt(name.group(3))))
        : Optional.empty();
  }

  private static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      // Not of our making.
      return Optional.empty();
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] seal(byte[] named) {
    try {
      Mac mac = Mac.getInstance(SEAL);
      mac.init(new SecretKeySpec(key, SEAL));
      return mac.doFinal(named);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected " + SEAL + ", which every JDK has", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ToolsLink link && link.port == port && Arrays.equals(link.key, key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key) + port;
  }

  /** Never the key: what is printed ends in logs. */
  @Override
  public String toString() {
    return "the tools of sessions at port " + port;
  }
}
