package dev.signalbox.review;

import java.util.Optional;

/**
 * One thing that a reviewer found, in the same form whoever reviewed (findings.schema.json). All
 * text is the reviewer's and untrusted.
 *
 * @param id the reviewer's own, unique within one opinion
 * @param claim what is wrong, in a sentence
 * @param evidence what shows that; may be empty where the reviewer is not one of ours
 * @param suggestion what to do; may be empty
 */
public record Finding(
    String id,
    Severity severity,
    Optional<Location> location,
    String claim,
    String evidence,
    String suggestion) {}
