package dev.signalbox.control.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
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
}
