package dev.signalbox.workspace;

import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.SortedMap;

/**
 * What is to be told of a work that was taken in, besides its paths.
 *
 * @param base the branch that it shall be merged into
 * @param tip its commit
 * @param artifacts that it changes, with their changed paths
 * @param others commits of other sessions' work: their tips and what they were merged as
 */
public record WorkQuestion(
    String base,
    String tip,
    SortedMap<String, List<String>> artifacts,
    SortedMap<SessionId, List<String>> others) {}
