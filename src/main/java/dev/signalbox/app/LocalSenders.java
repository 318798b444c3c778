package dev.signalbox.app;

import dev.signalbox.agent.yaml.BotServiceFile;
import dev.signalbox.config.AgentSecretSources;
import dev.signalbox.config.Webhooks;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.feedback.Speakers;
import dev.signalbox.feedback.generic.GenericNormaliser;
import dev.signalbox.feedback.github.GitHubNormaliser;
import dev.signalbox.feedback.linear.LinearNormaliser;
import dev.signalbox.feedback.sentry.SentryNormaliser;
import dev.signalbox.feedback.vercel.VercelNormaliser;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.Reading;
import dev.signalbox.webhook.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who sends webhooks to this person: their secrets, and how what they send is read. */
final class LocalSenders {
  private final LocalMachine machine;

  LocalSenders(LocalMachine machine) {
    this.machine = machine;
  }

  /**
   * Their secrets, of which there has to be one.
   *
   * @throws SignalboxException {@code CONFIG_INVALID} where there is none
   */
  Map<Endpoint, Secret> demanded(Webhooks webhooks) {
    Map<Endpoint, Secret> secrets = secrets(webhooks);
    if (secrets.isEmpty()) {
      throw new SignalboxException(
          ErrorCode.CONFIG_INVALID,
          machine.configFile() + ": expected webhooks: with a sender's secret, found none",
          List.of("docs/guide/feedback.md tells how to connect each system"));
    }
    return secrets;
  }

  /** The secrets of those that are configured; maybe none. */
  Map<Endpoint, Secret> secrets(Webhooks webhooks) {
    LocalSecrets source =
        new LocalSecrets(AgentSecretSources.NONE, machine.environment(), machine.home());
    Map<Endpoint, Secret> secrets = new LinkedHashMap<>();
    webhooks
        .secrets()
        .forEach((key, where) ->
            secrets.put(
                Endpoint.find(key).orElseThrow(),
                new Secret(source.value("webhook secret of " + key, where))));
    return secrets;
  }

  /** What reads the deliveries of each sender. */
  Reading reading() {
    return new Reading(
        Map.of(
            Endpoint.Kind.GITHUB,
            new GitHubNormaliser(Speakers.of(machine.catalogue(), BotServiceFile.shipped())),
            Endpoint.Kind.LINEAR,
            new LinearNormaliser(),
            Endpoint.Kind.SENTRY,
            new SentryNormaliser(),
            Endpoint.Kind.VERCEL,
            new VercelNormaliser(),
            Endpoint.Kind.HOOK,
            new GenericNormaliser()));
  }
}
