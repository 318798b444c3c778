package dev.signalbox.tracker;

/**
 * Who does something in a tracker.
 *
 * @param uid the tracker's own id: who it is
 * @param name as shown; anybody may choose any
 * @param isBot whether it is an app or an integration, and so no person
 */
public record Actor(String uid, String name, boolean isBot) {}
