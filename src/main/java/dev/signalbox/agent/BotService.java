package dev.signalbox.agent;

import java.util.List;

/**
 * A bot that is no agent of the catalogue.
 *
 * @param id for messages
 * @param accounts under which it speaks on the forge; not empty
 */
public record BotService(String id, Word speaksAs, List<BotAccount> accounts) {
  public BotService {
    accounts = List.copyOf(accounts);
  }

  /** As what its words count. */
  public enum Word {
    VERCEL,
    LINEAR,
    SENTRY,
    /** Checks, coverage, workflows. */
    CI,
    /** It reviews or works on pull requests. */
    AGENT,
    /** Known, and nothing special. */
    BOT
  }
}
