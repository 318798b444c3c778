package dev.signalbox.config.yaml;

import dev.signalbox.config.AgentSecretSources;
import dev.signalbox.config.SecretSource;
import dev.signalbox.config.SecretVariable;
import dev.signalbox.document.DataNode;
import dev.signalbox.plan.AgentId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code secrets:}. No error repeats a value: it may be a secret in the wrong place. */
final class SecretsReader {
  private static final String HINT =
      "write the secret into a file, chmod 600 it, and here NAME: {file: ~/path}; or NAME: {env:"
          + " NAME}";

  private SecretsReader() {}

  static AgentSecretSources read(DataNode node) {
    Map<AgentId, Map<String, SecretSource>> byAgent = new LinkedHashMap<>();
    for (DataNode.Entry entry : ConfigFiles.mapping(node).entries()) {
      if (!AgentId.isValid(entry.key())) {
        throw ConfigFiles.failure(
            entry.keyAt(), "expected an agent's id", "write an id of the agent catalogue");
      }
      Map<String, SecretSource> secrets = new LinkedHashMap<>();
      for (DataNode.Entry secret : ConfigFiles.mapping(entry.value()).entries()) {
        secrets.put(name(secret), SecretSourceReader.read(secret.value(), HINT));
      }
      byAgent.put(new AgentId(entry.key()), secrets);
    }
    return new AgentSecretSources(byAgent);
  }

  private static String name(DataNode.Entry entry) {
    Optional<String> refusal = SecretVariable.refusal(entry.key());
    if (refusal.isPresent()) {
      throw ConfigFiles.failure(
          entry.keyAt(),
          "expected the name of a variable for a secret, found one that may not be set: "
              + refusal.get(),
          "choose the variable that the agent reads its key from");
    }
    return entry.key();
  }
}
