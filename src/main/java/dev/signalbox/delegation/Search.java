package dev.signalbox.delegation;

import dev.signalbox.forge.Account;
import dev.signalbox.forge.Evidence;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequest.State;
import dev.signalbox.forge.Recognition;
import dev.signalbox.forge.Recognition.Author;
import dev.signalbox.forge.Recognition.Links;
import dev.signalbox.forge.Recognition.Shown;
import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Attachment;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.Tracker;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for an agent elsewhere in the tracker and on the forge. A look asks each of both once;
 * links of the issue are asked for only where a pull request is there that they could be about.
 */
final class Search {
  private final Tracker tracker;
  private final Forge forge;
  private final String repository;

  Search(Tracker tracker, Forge forge) {
    this.tracker = tracker;
    this.forge = forge;
    this.repository = forge.scope().substring(forge.scope().indexOf(':') + 1);
  }

  /**
   * What there is before an attempt is handed its issue.
   *
   * @param before what was seen of the session's earlier attempts, in order
   */
  Outcome<Known> known(Errand errand, List<List<WatchEvent>> before, Instant now) {
    return tracker
        .delegatedWork(errand.issue())
        .then(works -> forge.newest().then(newest -> known(errand, before, works, newest, now)));
  }

  private Outcome<Known> known(
      Errand errand,
      List<List<WatchEvent>> before,
      List<DelegatedWork> works,
      int newest,
      Instant now) {
    Set<String> ids = works.stream().map(DelegatedWork::uid).collect(Collectors.toSet());
    Optional<Known> first =
        before.stream().filter(events -> !events.isEmpty()).findFirst().map(Known::of);
    if (first.isEmpty()) {
      return new Outcome.Done<>(new Known(ids, newest, List.of(), now.minus(Limits.CLOCK_MARGIN)));
    }
    Optional<Integer> settled =
        before.stream().flatMap(events -> Choosing.chosen(events).stream()).reduce((_, b) -> b);
    Instant since = first.get().since();
    Set<String> links =
        works.stream()
            .filter(work -> errand.isAgent(work.agent()) && first.get().isNew(work))
            .flatMap(work -> work.links().stream())
            .collect(Collectors.toSet());
    return forge
        .changedSince(since)
        .then(all ->
            evident(errand, all.stream().filter(first.get()::mayBe).toList(), links, settled))
        .map(olds -> new Known(ids, newest, olds.stream().map(Known.Earlier::of).toList(), since));
  }

  /** The one that was settled, as long as it is open; else all that anything speaks for. */
  private Outcome<List<PullRequest>> evident(
      Errand errand, List<PullRequest> all, Set<String> trackerLinks, Optional<Integer> settled) {
    List<PullRequest> known =
        all.stream().filter(it -> settled.equals(Optional.of(it.number()))).toList();
    if (known.stream().anyMatch(it -> it.state().kind() == State.Kind.OPEN)) {
      return new Outcome.Done<>(known);
    }
    return links(errand, all, trackerLinks)
        .map(links -> {
          Recognition recognition = recognition(errand, links);
          return all.stream()
              .filter(it -> known.contains(it) || recognition.of(shown(errand, it)).isPresent())
              .toList();
        });
  }

  /**
   * What is to be seen of an agent now.
   *
   * @param events what was seen before, from the delegation on
   */
  Outcome<Sight> look(Errand errand, List<WatchEvent> events) {
    Known known = Known.of(events);
    return tracker
        .delegatedWork(errand.issue())
        .map(all ->
            all.stream()
                .filter(work -> errand.isAgent(work.agent()) && known.isNew(work))
                .findFirst())
        .then(work -> requests(errand, events, known, work).map(found -> new Sight(work, found)));
  }

  private Outcome<List<PullRequest>> requests(
      Errand errand, List<WatchEvent> events, Known known, Optional<DelegatedWork> work) {
    Optional<Integer> found = Choosing.chosen(events);
    if (found.isPresent()) {
      return forge.read(found.get()).map(List::of);
    }
    // As long as its session goes on and tells of no pull request, none would end the work.
    if (work.filter(it -> it.state().isAtWork() && !isLinkedHere(it)).isPresent()) {
      return new Outcome.Done<>(List.of());
    }
    Set<Integer> refused = Choosing.refused(events);
    Set<String> own = work.map(it -> Set.copyOf(it.links())).orElse(Set.of());
    return forge
        .changedSince(known.since())
        .map(all ->
            all.stream()
                .filter(it -> known.mayBe(it) && !refused.contains(it.number()))
                .filter(it -> !known.isAsBefore(it))
                .filter(it -> isEligible(errand, it))
                .toList())
        .then(all -> strongest(errand, known, all, own));
  }

  private boolean isLinkedHere(DelegatedWork work) {
    return work.links().stream().anyMatch(link -> link.contains("/" + repository + "/pull"));
  }

  /** Whether any evidence could make it the agent's. */
  private boolean isEligible(Errand errand, PullRequest request) {
    Shown shown = shown(errand, request);
    return shown.branch().isPresent()
        && (shown.author() != Author.OTHER || shown.branch().get().equals(errand.branch()));
  }

  private Outcome<List<PullRequest>> strongest(
      Errand errand, Known known, List<PullRequest> all, Set<String> own) {
    Recognition cheap = recognition(errand, new Links(own, Set.of()));
    List<PullRequest> evident = Choosing.strongest(all, it -> evidence(cheap, errand, known, it));
    boolean isLinked =
        evident.stream()
            .anyMatch(it ->
                evidence(cheap, errand, known, it).equals(Optional.of(Evidence.TRACKER_LINK)));
    boolean isClear = isLinked || all.isEmpty() || (all.size() == 1 && evident.size() == 1);
    return isClear
        ? new Outcome.Done<>(evident)
        : links(errand, all, own)
            .map(links -> recognition(errand, links))
            .map(whole -> Choosing.strongest(all, it -> evidence(whole, errand, known, it)));
  }

  /** One of an earlier attempt that moved again was recognised then. */
  private Optional<Evidence> evidence(
      Recognition recognition, Errand errand, Known known, PullRequest request) {
    Optional<Evidence> evidence = recognition.of(shown(errand, request));
    return evidence.isEmpty() && known.open().contains(request.number())
        ? Optional.of(Evidence.BRANCH)
        : evidence;
  }

  /** What the issue itself is linked with, in the tracker and on a forge that has issues. */
  private Outcome<Links> links(Errand errand, List<PullRequest> all, Set<String> own) {
    if (all.isEmpty()) {
      return new Outcome.Done<>(new Links(own, Set.of()));
    }
    return tracker
        .read(errand.issue())
        .then(issue -> {
          Set<String> urls = new HashSet<>(own);
          issue.text().attachments().stream().map(Attachment::url).forEach(urls::add);
          return forgeLinks(errand).map(numbers -> new Links(urls, numbers));
        });
  }

  private Outcome<Set<Integer>> forgeLinks(Errand errand) {
    return tracker.scope().equals(forge.scope())
        ? forge.linkedWith(errand.issue()).map(Set::copyOf)
        : new Outcome.Done<>(Set.of());
  }

  private Recognition recognition(Errand errand, Links links) {
    return new Recognition(
        errand.issue(), Optional.of(repository), List.of(errand.branch()), links);
  }

  private Shown shown(Errand errand, PullRequest request) {
    return Shown.of(request, repository, author(errand, request.author()));
  }

  private static Author author(Errand errand, Account account) {
    if (errand.logins().isEmpty()) {
      return Author.UNKNOWN;
    }
    boolean isAgent =
        account.kind() == Account.Kind.BOT
            && errand.logins().stream().anyMatch(account.bareLogin()::equalsIgnoreCase);
    return isAgent ? Author.AGENT : Author.OTHER;
  }
}
