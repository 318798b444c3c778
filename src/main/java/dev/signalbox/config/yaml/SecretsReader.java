package dev.signalbox.config.yaml;

import dev.signalbox.config.AgentSecretSources;
import dev.signalbox.config.SecretSource;
import dev.signalbox.config.SecretVariable;
import dev.signalbox.document.DataNode;
import dev.signalbox.plan.AgentId;
import java.util.LinkedHashMap;
import java.util.List;
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
        secrets.put(name(secret), source(secret.value()));
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

  private static SecretSource source(DataNode node) {
    if (!(node instanceof DataNode.Mapping mapping) || mapping.entries().size() != 1) {
      throw ConfigFiles.failure(
          node.at(), "expected file: or env: and never the secret itself", HINT);
    }
    DataNode.Entry entry = mapping.entries().getFirst();
    String text = ConfigFiles.scalar(entry.value());
    return switch (entry.key()) {
      case "file" -> inFile(entry, text);
      case "env" -> new SecretSource.InVariable(text);
      default -> throw ConfigFiles.failure(entry.keyAt(), "expected file: or env:", HINT);
    };
  }

  private static SecretSource inFile(DataNode.Entry entry, String path) {
    boolean isWhole =
        List.of("/", "~/").stream().anyMatch(start -> path.startsWith(start) && path.length() > 2);
    if (!isWhole || path.indexOf('\0') >= 0) {
      throw ConfigFiles.failure(
          entry.value().at(), "expected a path that begins with / or ~/", HINT);
    }
    return new SecretSource.InFile(path);
  }
}
