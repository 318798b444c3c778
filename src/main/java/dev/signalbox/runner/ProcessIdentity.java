package dev.signalbox.runner;

/**
 * A process that cannot be mistaken for another.
 *
 * @param pid of the shim
 * @param bootId of the machine's start; empty where the system tells none
 * @param startTicks when the process started, in the system's own unit
 */
public record ProcessIdentity(long pid, String bootId, String startTicks) {}
