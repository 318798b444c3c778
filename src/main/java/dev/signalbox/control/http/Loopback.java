package dev.signalbox.control.http;

import dev.signalbox.limit.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/** The address that only this machine reaches. */
final class Loopback {
  private static final byte[] ADDRESS = {127, 0, 0, 1};

  private Loopback() {}

  /** A port of it; asks no name service, which could say something else. */
  static InetSocketAddress port(int port) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /** Whether somebody takes connections at that port. */
  static boolean isListening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(port(port), Math.toIntExact(Limits.CONTROL_LIMIT.toMillis()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
