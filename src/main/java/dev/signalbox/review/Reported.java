package dev.signalbox.review;

/** A finding with the reviewer who reported it. */
public record Reported(String reviewer, Finding finding) {}
