package dev.signalbox.feedback;

import java.time.Instant;

/**
 * One verified delivery of a sender.
 *
 * @param event as the sender calls it, such as {@code pull_request}
 * @param body a JSON document
 * @param received by the receiver's clock; used where the body says no time
 */
public record Notification(String event, JsonView body, Instant received) {}
