package dev.signalbox.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program sees of the machine beyond its workspace and what every agent gets.
 *
 * @param variables fixed ones, in the file's order
 * @param inherits names of variables that it gets from Signalbox's own environment
 * @param writes folders and files below the home folder, relative to it
 * @param reads as {@code writes}, for reading only
 */
public record ProgramSurroundings(
    Map<String, String> variables, List<String> inherits, List<String> writes, List<String> reads) {
  /** Nothing more. */
  public static final ProgramSurroundings NONE =
      new ProgramSurroundings(Map.of(), List.of(), List.of(), List.of());

  public ProgramSurroundings {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    inherits = List.copyOf(inherits);
    writes = List.copyOf(writes);
    reads = List.copyOf(reads);
  }
}
