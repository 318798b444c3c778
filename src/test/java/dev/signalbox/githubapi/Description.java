package dev.signalbox.githubapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.signalbox.runner.program.NpmRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** GitHub's own description of its REST interface (OpenAPI 3.0), from the npm registry. */
final class Description {
  private static final NpmRecipe RECIPE =
      NpmRecipe.of("GitHub's description of its interface", "github", "github");

  private final JsonNode root;
  private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30());
  private final Map<String, Schema> schemas = new HashMap<>();

  private Description(JsonNode root) {
    this.root = root;
  }

  /** The description, read once; the test is skipped where it cannot be had. */
  static Description installed() throws IOException, InterruptedException {
    Path file = RECIPE.packages().resolve("@octokit/openapi/generated/api.github.com.json");
    if (!RECIPE.isCurrent()) {
      RECIPE.install();
      keepOnly(file);
    }
    return Holder.read(file);
  }

  /** The package holds 400 MB of descriptions of other products. */
  private static void keepOnly(Path file) throws IOException {
    try (Stream<Path> all = Files.list(file.resolveSibling(""))) {
      for (Path other : all.filter(path -> !path.equals(file)).toList()) {
        Files.delete(other);
      }
    }
  }

  /** Where GitHub's GraphQL schema lies, once {@link #installed()} was asked for. */
  static Path graphQlSchema() {
    return RECIPE.packages().resolve("@octokit/graphql-schema/schema.graphql");
  }

  private static final class Holder {
    private static final Map<Path, Description> READ = new HashMap<>();

    static synchronized Description read(Path file) {
      return READ.computeIfAbsent(
          file, path -> new Description(JsonMapper.shared().readTree(path.toFile())));
    }
  }

  /** An operation such as {@code GET /user}, which has to be there. */
  Operation operation(String name) {
    String[] parts = name.split(" ", 2);
    JsonNode found = root.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    if (found.isMissingNode()) {
      throw new IllegalStateException("GitHub describes no " + name);
    }
    return new Operation(this, parts[0], parts[1], found);
  }

  /** What a reference points to; anything else as it is. */
  JsonNode resolve(JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      at = root.at(at.path("$ref").asString().substring(1));
    }
    return at;
  }

  /**
   * What is wrong with a value.
   *
   * @param name of the schema, unique
   */
  synchronized List<String> problems(String name, JsonNode schema, JsonNode value) {
    Schema compiled = schemas.computeIfAbsent(name, _ -> compile(schema));
    return compiled.validate(value).stream().map(Error::toString).toList();
  }

  private Schema compile(JsonNode schema) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.putArray("allOf").add(schema);
    document.set("components", root.path("components"));
    return registry.getSchema(document);
  }
}
