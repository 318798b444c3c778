package dev.signalbox.web;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address that a person opens. It lies in the state folder, readable by its owner only, and is
 * the same when the engine starts again: an open page finds its way back.
 *
 * @param port on the loopback interface
 * @param token what every request has to show; a fragment of an address is sent to no server
 */
public record PageLink(int port, String token) {
  /** The port of the first engine; a second one at the same time takes any that is free. */
  public static final int PORT_DEFAULT = 4181;

  private static final String NAME = "dashboard-link";
  private static final int TOKEN_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile("http://127\\.0\\.0\\.1:([0-9]{1,5})/#token=([0-9a-f]{64})");

  /** The one of a state folder; empty where no dashboard was served yet, or it cannot be read. */
  public static Optional<PageLink> find(Path folder) {
    try {
      Matcher found =
          FORM.matcher(Files.readString(folder.resolve(NAME), StandardCharsets.US_ASCII).strip());
      return found.matches()
          ? Optional.of(new PageLink(Integer.parseInt(found.group(1)), found.group(2)))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      // What cannot be read is made anew; who had the page open asks for the link again.
      return Optional.empty();
    }
  }

  /** A new one, of which nobody knows yet. */
  public static PageLink fresh() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new PageLink(PORT_DEFAULT, HexFormat.of().formatHex(bytes));
  }

  /** The same at the port where it is served. */
  PageLink at(int served) {
    return new PageLink(served, token);
  }

  /**
   * Writes it, whole or not at all.
   *
   * @param folder whose lock the caller holds
   * @throws SignalboxException {@code OUTPUT_FAILED}
   */
  void publish(Path folder) {
    try {
      Path fresh =
          Files.createTempFile(
              folder,
              NAME,
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, text() + "\n");
      Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.OUTPUT_FAILED,
          "expected to write " + folder.resolve(NAME) + ", found " + e.getMessage(),
          List.of("check the folder's permissions and the free space"),
          e);
    }
  }

  /** Whether that is the token, compared in constant time. */
  boolean opensWith(String shown) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  /** As a person opens it. */
  public String text() {
    return "http://127.0.0.1:" + port + "/#token=" + token;
  }

  /** Never the token: what is printed ends in logs. */
  @Override
  public String toString() {
    return "the dashboard at port " + port;
  }
}
