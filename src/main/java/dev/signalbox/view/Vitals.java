package dev.signalbox.view;

import dev.signalbox.session.Pulse;
import java.time.Instant;

/**
 * What a session's processes show.
 *
 * @param since when its first process was begun
 * @param lastOutput when the current process last wrote anything
 * @param microUsd what all of them cost, in millionths of a dollar
 */
public record Vitals(Pulse pulse, Instant since, Instant lastOutput, long microUsd) {}
