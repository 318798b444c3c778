package dev.signalbox.app;

/** Starts Signalbox. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("signalbox");
  }
}
