package dev.signalbox.config;

/**
 * Who reaches the network.
 *
 * @param isOpenToCommands whether {@code prepare} and {@code verify} do
 * @param isOpenToSessions whether agents do
 */
public record NetworkUse(boolean isOpenToCommands, boolean isOpenToSessions) {
  public static final NetworkUse OPEN = new NetworkUse(true, true);

  /** Open to whom both leave it open. */
  public NetworkUse and(NetworkUse other) {
    return new NetworkUse(
        isOpenToCommands && other.isOpenToCommands, isOpenToSessions && other.isOpenToSessions);
  }

  /** Whether it is open to all. */
  public boolean isOpen() {
    return isOpenToCommands && isOpenToSessions;
  }
}
