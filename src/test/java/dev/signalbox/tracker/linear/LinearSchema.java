package dev.signalbox.tracker.linear;

import graphql.GraphQLContext;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.parser.ParserOptions;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetcherFactories;
import graphql.schema.DataFetcherFactory;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Linear's own schema, from beside the repository. It is test input: absent in a plain checkout,
 * and then the tests are skipped.
 */
final class LinearSchema {
  private static final Path FILE =
      Path.of(System.getProperty("signalbox.root", "."))
          .resolve("../shared/corpus/linear/schema.graphql")
          .normalize();

  private static Optional<TypeDefinitionRegistry> types = Optional.empty();

  private LinearSchema() {}

  /** Skips the test, and says so, where the schema is absent. */
  static void require() {
    boolean isThere = Files.isRegularFile(FILE);
    String reason = "skipped: no schema of Linear beside the repository";
    if (!isThere) {
      System.err.println(reason);
    }
    Assumptions.assumeTrue(isThere, reason);
  }

  /**
   * The schema with a fetcher for every field.
   *
   * @param roots the operations that can be asked; every other one fails
   */
  static GraphQLSchema executable(Map<String, DataFetcher<?>> roots) {
    TypeDefinitionRegistry registry = types();
    RuntimeWiring.Builder wiring =
        RuntimeWiring.newRuntimeWiring()
            .codeRegistry(
                GraphQLCodeRegistry.newCodeRegistry().defaultDataFetcher(fetchers(roots)));
    TypeResolver byName =
        env ->
            env.getSchema().getObjectType(Objects.requireNonNull(env.<FakeNode>getObject()).type);
    registry
        .types()
        .forEach((name, definition) -> {
          if (definition instanceof InterfaceTypeDefinition
              || definition instanceof UnionTypeDefinition) {
            wiring.type(name, type -> type.typeResolver(byName));
          }
        });
    registry.scalars().keySet().stream()
        .filter(name -> !ScalarInfo.isGraphqlSpecifiedScalar(name))
        .forEach(name -> wiring.scalar(anything(name)));
    return new SchemaGenerator().makeExecutableSchema(registry, wiring.build());
  }

  /** What it defines. */
  static synchronized TypeDefinitionRegistry types() {
    if (types.isEmpty()) {
      ParserOptions wide =
          ParserOptions.newParserOptions()
              .maxCharacters(Integer.MAX_VALUE)
              .maxTokens(Integer.MAX_VALUE)
              .maxWhitespaceTokens(Integer.MAX_VALUE)
              .build();
      try (StringReader in = new StringReader(Files.readString(FILE))) {
        types = Optional.of(new SchemaParser().parse(in, wide));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return types.get();
  }

  private static GraphQLScalarType anything(String name) {
    return GraphQLScalarType.newScalar().name(name).coercing(new AsItIs()).build();
  }

  /** Scalars of Linear's own, whose values are taken as they are. */
  private static final class AsItIs implements Coercing<Object, Object> {
    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
      return value;
    }

    @Override
    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
      return value;
    }
  }

  private static DataFetcherFactory<Object> fetchers(Map<String, DataFetcher<?>> roots) {
    return DataFetcherFactories.useDataFetcher(env -> {
      String field = env.getFieldDefinition().getName();
      return env.getSource() == null ? root(roots, field, env) : below(env, field);
    });
  }

  private static @Nullable Object root(
      Map<String, DataFetcher<?>> roots, String field, DataFetchingEnvironment env)
      throws Exception {
    DataFetcher<?> fetcher = roots.get(field);
    if (fetcher == null) {
      throw new IllegalStateException("the stand-in for Linear cannot do " + field);
    }
    return fetcher.get(env);
  }

  private static @Nullable Object below(DataFetchingEnvironment env, String field) {
    Object source = Objects.requireNonNull(env.getSource());
    if (source instanceof Map<?, ?> map) {
      if (!map.containsKey(field)) {
        throw new IllegalStateException("the stand-in for Linear has no " + field);
      }
      return map.get(field);
    }
    Object value = ((FakeNode) source).get(field);
    return value instanceof FakeNode.Connection(var nodes) ? page(nodes.get(), env) : value;
  }

  /** A page of a list: the cursor is the place of the last node. */
  static Map<String, Object> page(List<FakeNode> all, DataFetchingEnvironment env) {
    Integer first = env.getArgument("first");
    String after = env.getArgument("after");
    int from = after == null ? 0 : Integer.parseInt(after.substring("cursor-".length()));
    int to = Math.min(all.size(), from + (first == null ? 50 : first));
    Map<String, Object> info = new HashMap<>();
    info.put("hasNextPage", to < all.size());
    info.put("endCursor", to > from ? "cursor-" + to : null);
    return Map.of("nodes", all.subList(Math.min(from, to), to), "pageInfo", info);
  }
}
