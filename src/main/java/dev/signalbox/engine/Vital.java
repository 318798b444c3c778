package dev.signalbox.engine;

import java.time.Instant;

/**
 * What the transcripts of a session show now.
 *
 * @param lastOutput when its process last wrote anything
 * @param microUsd what all of its processes cost so far, in millionths of a dollar
 * @param contextPercent how full its conversation is, 0 to 100
 */
public record Vital(Instant lastOutput, long microUsd, int contextPercent) {}
