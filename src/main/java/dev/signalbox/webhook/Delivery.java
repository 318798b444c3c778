package dev.signalbox.webhook;

import java.time.Instant;

/**
 * One delivery whose signature was right.
 *
 * @param id what the sender calls it; the same when it sends it again
 * @param event the sender's word for what happened; empty where the body says it
 */
public record Delivery(Endpoint from, String id, String event, Instant received, Body body) {}
