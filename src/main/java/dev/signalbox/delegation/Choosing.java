package dev.signalbox.delegation;

import dev.signalbox.delegation.WatchEvent.Kind;
import dev.signalbox.forge.Evidence;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequest.State;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of several pull requests is an agent's. What nothing tells, a person does. Pure. */
final class Choosing {
  private static final String QUESTION = "which-pull-request:";
  static final String NONE = "none of them";
  private static final Pattern NUMBER = Pattern.compile("(?<![0-9])([1-9][0-9]{0,8})(?![0-9])");

  private Choosing() {}

  /**
   * Those with the strongest evidence, by number. One that was closed without a merge yields to one
   * that was not: it is nobody's work any more.
   */
  static List<PullRequest> strongest(
      List<PullRequest> all, Function<PullRequest, Optional<Evidence>> evidence) {
    List<PullRequest> standing =
        all.stream()
            .filter(it -> evidence.apply(it).isPresent())
            .filter(it -> it.state().kind() != State.Kind.CLOSED)
            .toList();
    List<PullRequest> those = standing.isEmpty() ? all : standing;
    Optional<Evidence> most =
        those.stream().flatMap(it -> evidence.apply(it).stream()).min(Comparator.naturalOrder());
    return those.stream()
        .filter(it -> most.isPresent() && evidence.apply(it).equals(most))
        .sorted(Comparator.comparingInt(PullRequest::number))
        .toList();
  }

  /** The number that is settled: what was found, or a person's later word. */
  static Optional<Integer> chosen(List<WatchEvent> events) {
    return events.stream()
        .filter(event ->
            event.kind() == Kind.PULL_REQUEST
                || (event.kind() == Kind.CHOSEN && !event.text().isEmpty()))
        .map(event -> event.kind() == Kind.CHOSEN ? event.text() : event.id())
        .map(Integer::parseInt)
        .reduce((_, later) -> later);
  }

  /** The numbers of which a person said that none is the agent's. */
  static Set<Integer> refused(List<WatchEvent> events) {
    return events.stream()
        .filter(event -> event.kind() == Kind.CHOSEN && event.text().isEmpty())
        .flatMap(event -> numbers(event.id()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The question about those: the one that is open, or else one with an id that no question had.
   *
   * @param events what was seen before
   */
  static String question(List<WatchEvent> events, List<PullRequest> requests) {
    String about =
        QUESTION
            + requests.stream()
                .map(it -> String.valueOf(it.number()))
                .collect(Collectors.joining(","));
    String question = about;
    for (int time = 2; WatchEvent.has(events, Kind.ANSWERED, question); time++) {
      question = about + ";" + time;
    }
    return question;
  }

  /** What is asked, and then an answer in each line. No word of others is in it. */
  static String text(List<PullRequest> requests) {
    return Stream.concat(
            Stream.of("Which pull request is the agent's? Nothing tells them apart."),
            Stream.concat(requests.stream().map(PullRequest::url), Stream.of(NONE)))
        .collect(Collectors.joining("\n"));
  }

  static boolean isQuestion(String id) {
    return id.startsWith(QUESTION);
  }

  /** Whether a question is asked and nobody has answered it. */
  static boolean isOpen(List<WatchEvent> events, String question) {
    return WatchEvent.has(events, Kind.UNSURE, question)
        && !WatchEvent.has(events, Kind.ANSWERED, question);
  }

  /** Whether an answer says that none of those is the agent's. */
  static boolean isNone(String words) {
    return words.strip().equalsIgnoreCase(NONE);
  }

  /** The number that an answer names; empty where it names none of those, or more than one. */
  static Optional<Integer> answer(String question, String words) {
    Set<Integer> asked = numbers(question);
    // In an address the number comes last.
    String last = words.strip().replaceFirst("^.*/", "");
    Set<Integer> named = new TreeSet<>();
    Matcher found = NUMBER.matcher(last);
    while (found.find()) {
      named.add(Integer.parseInt(found.group(1)));
    }
    named.retainAll(asked);
    return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
  }

  private static Set<Integer> numbers(String question) {
    return Arrays.stream(question.substring(QUESTION.length()).replaceFirst(";.*", "").split(","))
        .map(Integer::parseInt)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
