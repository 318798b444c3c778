package dev.signalbox.runner.local;

import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.redaction.Redactor;
import dev.signalbox.redaction.SecretNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables that a person's configuration gives to single agents, and all values that are known
 * to be secret. A value is read anew for each start, so that a changed one counts; each value ever
 * read is covered from then on. For any number of threads.
 */
public final class AgentSecrets {
  private final Source source;
  private final Set<String> known = new LinkedHashSet<>();
  private volatile Redactor redactor;

  /** Where secrets are configured. */
  public interface Source {
    /** Nowhere. */
    Source NONE =
        new Source() {
          @Override
          public Set<AgentId> agents() {
            return Set.of();
          }

          @Override
          public Map<String, String> variables(AgentId agent) {
            return Map.of();
          }
        };

    /** The agents that have any. */
    Set<AgentId> agents();

    /**
     * An agent's variables as they are now; none for an agent without any.
     *
     * @throws SignalboxException when one of them cannot be had
     */
    Map<String, String> variables(AgentId agent);
  }

  /**
   * Secrets of a source, beside those of an environment.
   *
   * @param inherited the environment of Signalbox; what its names tell to be secret is covered
   */
  public AgentSecrets(Source source, Map<String, String> inherited) {
    this.source = source;
    known.addAll(SecretNames.valuesIn(inherited));
    for (AgentId agent : source.agents()) {
      known.addAll(readable(agent));
    }
    redactor = Redactor.of(known);
  }

  /** Only those of an environment. */
  public static AgentSecrets of(Map<String, String> inherited) {
    return new AgentSecrets(Source.NONE, inherited);
  }

  /** Whoever starts the agent tells of a secret that cannot be had. */
  private List<String> readable(AgentId agent) {
    try {
      return List.copyOf(source.variables(agent).values());
    } catch (SignalboxException _) {
      return List.of();
    }
  }

  /**
   * An agent's variables as they are now.
   *
   * @throws SignalboxException when one of them cannot be had
   */
  public synchronized Map<String, String> variables(AgentId agent) {
    Map<String, String> variables = source.variables(agent);
    if (known.addAll(variables.values())) {
      redactor = Redactor.of(known);
    }
    return variables;
  }

  /** Covers what is known by now. */
  public Redactor redactor() {
    return redactor;
  }
}
