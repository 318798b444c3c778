package dev.signalbox.config.yaml;

import dev.signalbox.config.SecretSource;
import dev.signalbox.config.Webhooks;
import dev.signalbox.document.DataNode;
import dev.signalbox.plan.AgentId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code webhooks:}. No error repeats a secret: it may stand where its place should. */
final class WebhooksReader {
  private static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])?:([0-9]{1,5})");
  private static final Pattern HOOK = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final int PORT_MAX = 65_535;

  private static final String HINT =
      "write the secret into a file, chmod 600 it, and here github: {file: ~/path}; or {env: NAME}";

  private String host = Webhooks.HOST_DEFAULT;
  private int port = Webhooks.PORT_DEFAULT;
  private boolean hasQuickFixes;
  private Optional<AgentId> author = Optional.empty();
  private Optional<AgentId> designer = Optional.empty();
  private final Map<String, SecretSource> secrets = new LinkedHashMap<>();

  private WebhooksReader() {}

  static Webhooks read(DataNode node) {
    WebhooksReader reader = new WebhooksReader();
    ConfigFiles.mapping(node).entries().forEach(reader::add);
    return new Webhooks(
        reader.host,
        reader.port,
        reader.secrets,
        reader.author,
        reader.designer,
        reader.hasQuickFixes);
  }

  private void add(DataNode.Entry entry) {
    switch (entry.key()) {
      case "listen" -> address(entry.value());
      case "github", "linear", "sentry", "vercel" ->
          secrets.put(entry.key(), SecretSourceReader.read(entry.value(), HINT));
      case "hooks" -> ConfigFiles.mapping(entry.value()).entries().forEach(this::hook);
      case "spec-author" -> author = Optional.of(agent(entry.value()));
      case "design-loop" -> designer = Optional.of(agent(entry.value()));
      case "quick-fixes" -> hasQuickFixes = flag(entry.value());
      default ->
          throw ConfigFiles.failure(
              entry.keyAt(),
              "expected a key of webhooks, found " + entry.key(),
              "known keys: listen, github, linear, sentry, vercel, hooks, spec-author, design-loop, quick-fixes");
    }
  }

  private void hook(DataNode.Entry entry) {
    if (!HOOK.matcher(entry.key()).matches()) {
      throw ConfigFiles.failure(
          entry.keyAt(),
          "expected a hook's name of up to 32 lower-case letters, digits and dashes, found "
              + entry.key(),
          "it is the end of the address: /hook/NAME");
    }
    secrets.put("hook/" + entry.key(), SecretSourceReader.read(entry.value(), HINT));
  }

  private void address(DataNode node) {
    String text = ConfigFiles.scalar(node);
    Matcher address = ADDRESS.matcher(text);
    int number = address.matches() ? Integer.parseInt(address.group(2)) : 0;
    if (number < 1 || number > PORT_MAX) {
      throw ConfigFiles.failure(
          node.at(), "expected an address and a port, found " + text, "write 127.0.0.1:4180");
    }
    String named = address.group(1);
    host = named == null ? Webhooks.HOST_DEFAULT : named;
    port = number;
  }

  private static AgentId agent(DataNode node) {
    String text = ConfigFiles.scalar(node);
    if (!AgentId.isValid(text)) {
      throw ConfigFiles.failure(
          node.at(), "expected an agent's id, found " + text, "signalbox doctor lists them");
    }
    return new AgentId(text);
  }

  private static boolean flag(DataNode node) {
    String text = ConfigFiles.scalar(node);
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw ConfigFiles.failure(
              node.at(), "expected true or false, found " + text, "write true or false");
    };
  }
}
