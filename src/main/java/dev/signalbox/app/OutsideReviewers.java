package dev.signalbox.app;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.BotAccount;
import dev.signalbox.agent.BotService;
import dev.signalbox.agent.Delegation;
import dev.signalbox.agent.Delegation.Way.Kind;
import dev.signalbox.engine.AwaitedReviewer;
import dev.signalbox.plan.AgentId;
import dev.signalbox.review.Elsewhere;
import dev.signalbox.review.Elsewhere.Way;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who of the catalogues can review pull requests: only whoever has an account by which it is known.
 */
final class OutsideReviewers {
  /** Where it is asked. */
  private static final String FORGE = "github";

  /** How the agent on the forge is called that shares its name with the program here. */
  private static final String CLOUD = "-cloud";

  private final AgentCatalogue agents;
  private final List<BotService> services;

  OutsideReviewers(AgentCatalogue agents, List<BotService> services) {
    this.agents = agents;
    this.services = List.copyOf(services);
  }

  /** Why it cannot be one; empty where it can. */
  Optional<String> obstacle(Elsewhere seat) {
    boolean isKnown =
        switch (seat.way()) {
          case CI -> true;
          case FORGE -> !logins(seat.name()).isEmpty();
          case DELEGATE -> !logins(seat.name()).isEmpty() && mention(seat.name()).isPresent();
        };
    return isKnown
        ? Optional.empty()
        : Optional.of(
            "expected one of %s, found %s"
                .formatted(String.join(", ", names(seat.way())), seat.name()));
  }

  private List<String> names(Way way) {
    Stream<String> known = agents.agents().stream().map(agent -> agent.id().value());
    return way == Way.DELEGATE
        ? known.filter(name -> !logins(name).isEmpty() && mention(name).isPresent()).toList()
        : Stream.concat(known, services.stream().map(BotService::id))
            .filter(name -> !logins(name).isEmpty())
            .toList();
  }

  /** The reviewer as a run waits for it. */
  AwaitedReviewer awaited(Elsewhere seat) {
    boolean isAgent = seat.way() != Way.CI;
    return new AwaitedReviewer(
        seat.reviewer(),
        seat.way(),
        seat.name(),
        isAgent ? logins(seat.name()) : List.of(),
        seat.way() == Way.DELEGATE ? mention(seat.name()) : Optional.empty(),
        seat.patience());
  }

  private List<String> logins(String name) {
    Stream<BotAccount> ofAgent = agent(name).stream().flatMap(agent -> agent.accounts().stream());
    Stream<BotAccount> ofService =
        services.stream()
            .filter(each -> each.id().equals(name) && isReviewer(each))
            .flatMap(each -> each.accounts().stream());
    return Stream.concat(ofAgent, ofService).map(BotAccount::login).distinct().toList();
  }

  private static boolean isReviewer(BotService service) {
    return service.speaksAs() == BotService.Word.AGENT
        || service.speaksAs() == BotService.Word.SENTRY;
  }

  private Optional<AgentProfile> agent(String name) {
    return find(name)
        .filter(agent -> !agent.accounts().isEmpty())
        .or(() -> find(name + CLOUD))
        .filter(agent -> !agent.accounts().isEmpty());
  }

  private Optional<AgentProfile> find(String name) {
    return AgentId.isValid(name) ? agents.find(new AgentId(name)) : Optional.empty();
  }

  private Optional<String> mention(String name) {
    return agent(name)
        .flatMap(AgentProfile::delegation)
        .flatMap(delegation -> delegation.in(FORGE))
        .filter(way -> way.kind() == Kind.MENTION)
        .map(Delegation.Way::name);
  }
}
