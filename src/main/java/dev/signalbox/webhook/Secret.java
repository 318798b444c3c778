package dev.signalbox.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a sender signs with. Never printed. */
public final class Secret {
  private final byte[] key;

  /** The secret as text; not empty. */
  public Secret(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("expected a secret, found none");
    }
    this.key = text.getBytes(StandardCharsets.UTF_8);
  }

  /** How a message is signed. */
  public enum Algorithm {
    SHA256("HmacSHA256"),
    /** Vercel's. */
    SHA1("HmacSHA1");

    private final String name;

    Algorithm(String name) {
      this.name = name;
    }
  }

  /**
   * Whether {@code hex} is the signature of these bytes. Takes the same time wherever it differs.
   *
   * @param hex in lower or upper case
   */
  public boolean signed(byte[] message, Algorithm algorithm, String hex) {
    byte[] own = sign(message, algorithm);
    byte[] shown = decoded(hex);
    return MessageDigest.isEqual(own, shown);
  }

  /** The signature of these bytes. */
  public byte[] sign(byte[] message, Algorithm algorithm) {
    try {
      Mac mac = Mac.getInstance(algorithm.name);
      mac.init(new SecretKeySpec(key, algorithm.name));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm.name, e);
    }
  }

  /** Nothing for what is no such text: it is compared all the same. */
  private static byte[] decoded(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
