package dev.signalbox.feedback;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.BotAccount;
import dev.signalbox.agent.BotService;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.forge.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells who speaks on a forge. The account's type decides first, because nobody can choose it: a
 * person called {@code cursor} is a person. Then its number and the slug of its app, then its login
 * without {@code [bot]}. No text makes anybody a speaker.
 *
 * @param known the bots of the catalogues
 */
public record Speakers(List<Known> known) {
  public Speakers {
    known = List.copyOf(known);
  }

  /**
   * A bot of a catalogue.
   *
   * @param accounts of which any is it
   */
  public record Known(Source source, List<BotAccount> accounts) {
    public Known {
      accounts = List.copyOf(accounts);
    }
  }

  /** Everybody whom the catalogues know. */
  public static Speakers of(AgentCatalogue agents, List<BotService> services) {
    List<Known> known = new ArrayList<>();
    agents.agents().forEach(agent -> known.add(new Known(sourceOf(agent), agent.accounts())));
    services.forEach(
        service -> known.add(new Known(sourceOf(service.speaksAs()), service.accounts())));
    return new Speakers(known);
  }

  private static Source sourceOf(AgentProfile agent) {
    return switch (agent.id().value()) {
      case "cursor" -> Source.CURSOR;
      case "cto.new" -> Source.CTO_NEW;
      case "codex", "codex-cloud" -> Source.CODEX;
      case "copilot" -> Source.COPILOT;
      case "cyrus" -> Source.CYRUS;
      default -> Source.AGENT;
    };
  }

  private static Source sourceOf(BotService.Word word) {
    return switch (word) {
      case VERCEL -> Source.VERCEL;
      case LINEAR -> Source.LINEAR;
      case SENTRY -> Source.SENTRY;
      case CI -> Source.CI;
      case AGENT -> Source.AGENT;
      case BOT -> Source.BOT;
    };
  }

  /**
   * Who that is.
   *
   * @param isMember whether the forge says that a person has a role in the repository
   */
  public Speaker of(Account account, boolean isMember) {
    return switch (account.kind()) {
      case PERSON, ORGANIZATION ->
          new Speaker(
              Source.PERSON, account.login(), isMember ? Standing.MEMBER : Standing.STRANGER);
      case BOT ->
          known(account)
              .map(source -> new Speaker(source, account.login(), Standing.KNOWN))
              .orElseGet(() -> new Speaker(Source.BOT, account.login(), Standing.STRANGER));
    };
  }

  /** The catalogue's word for an app; empty where no catalogue knows it. */
  public Optional<Source> app(String slug) {
    return known(new Account(0, slug, Account.Kind.BOT, Optional.of(slug)));
  }

  private Optional<Source> known(Account account) {
    return byNumber(account)
        .or(() -> account.app().flatMap(slug -> bySpelling(account.id(), slug)))
        .or(() -> bySpelling(account.id(), account.login()));
  }

  private Optional<Source> byNumber(Account account) {
    return known.stream()
        .filter(each ->
            each.accounts().stream()
                .flatMapToLong(own -> own.id().stream())
                .anyMatch(id -> id == account.id()))
        .map(Known::source)
        .findFirst();
  }

  /** A name whose account has another number was given up, and taken by somebody else. */
  private Optional<Source> bySpelling(long id, String name) {
    return known.stream()
        .filter(each ->
            each.accounts().stream()
                .anyMatch(own -> own.isSpelled(name) && (id == 0 || own.id().isEmpty())))
        .map(Known::source)
        .findFirst();
  }
}
