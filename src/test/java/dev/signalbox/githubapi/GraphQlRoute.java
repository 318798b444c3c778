package dev.signalbox.githubapi;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.parser.ParserOptions;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnionWiringEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Answers questions in GraphQL, which have to fit GitHub's own schema. */
record GraphQlRoute(World world) {

  private static final String THREAD = "PRRT_";

  /** The schema, read when the first test needs it. */
  private static final class Schema {
    static final GraphQL WHOLE = read(Description.graphQlSchema());

    private static GraphQL read(Path file) {
      try {
        ParserOptions.setDefaultParserOptions(
            ParserOptions.getDefaultParserOptions()
                .transform(it -> it.maxTokens(2_000_000).maxCharacters(20_000_000)));
        TypeDefinitionRegistry types = new SchemaParser().parse(Files.readString(file));
        types.getTypes(ObjectTypeDefinition.class).forEach(type -> mend(types, type));
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().wiringFactory(new Wiring());
        types.scalars().keySet().stream()
            .filter(name -> !ScalarInfo.isGraphqlSpecifiedScalar(name))
            .forEach(name -> wiring.scalar(asIs(name)));
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring.build()))
            .build();
      } catch (IOException e) {
        throw new IllegalStateException("GitHub's GraphQL schema", e);
      }
    }

    /** GitHub's own schema of the locked version names two fields of one type twice. */
    private static void mend(TypeDefinitionRegistry types, ObjectTypeDefinition type) {
      Map<String, FieldDefinition> fields = new LinkedHashMap<>();
      type.getFieldDefinitions().forEach(field -> fields.put(field.getName(), field));
      if (fields.size() < type.getFieldDefinitions().size()) {
        types.remove(type);
        types.add(type.transform(it -> it.fieldDefinitions(List.copyOf(fields.values()))));
      }
    }

    private static GraphQLScalarType asIs(String name) {
      return GraphQLScalarType.newScalar().name(name).coercing(new AsIs()).build();
    }
  }

  /** Types as graphql-java mocks them; scalars are ours. */
  private static final class Wiring extends MockedWiringFactory {
    @Override
    public boolean providesScalar(ScalarWiringEnvironment environment) {
      return false;
    }

    /** Things say themselves of which type they are. */
    @Override
    public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
      return it -> {
        Object thing = Objects.requireNonNull(it.getObject());
        return it.getSchema().getObjectType(String.valueOf(((Map<?, ?>) thing).get("__typename")));
      };
    }
  }

  private static final class AsIs implements Coercing<Object, Object> {
    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
      return value;
    }

    @Override
    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
      return value;
    }

    @Override
    public Object parseLiteral(
        Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
      return value instanceof StringValue text ? String.valueOf(text.getValue()) : value;
    }
  }

  /** The whole answer, with {@code errors} where the question does not fit. */
  JsonNode answer(JsonNode body, FakeAccount caller) {
    @SuppressWarnings("unchecked")
    Map<String, Object> variables = Json.MAPPER.convertValue(body.path("variables"), Map.class);
    Map<String, Object> root =
        new LinkedHashMap<>(
            Map.of(
                "viewer",
                Map.of("login", caller.login(), "databaseId", caller.id()),
                "repository",
                repository(body.path("variables").path("number").asInt(0))));
    String thread = body.path("variables").path("thread").asString("");
    if (!thread.isEmpty()) {
      root.put("resolveReviewThread", resolved(thread));
    }
    ExecutionResult result =
        Schema.WHOLE.execute(
            ExecutionInput.newExecutionInput(body.path("query").asString(""))
                .variables(variables)
                .root(root)
                .build());
    return Json.MAPPER.valueToTree(result.toSpecification());
  }

  private Map<String, Object> repository(int number) {
    return Map.of("pullRequest", pull(number), "issue", issue(number));
  }

  private Map<String, Object> issue(int number) {
    List<Map<String, Object>> closers =
        world.pulls().stream()
            .filter(each -> closes(each, number))
            .map(each ->
                Map.<String, Object>of(
                    "number", each.number, "repository", Map.of("nameWithOwner", World.FULL_NAME)))
            .toList();
    return Map.of("closedByPullRequestsReferences", Map.of("nodes", closers));
  }

  /** By a person's link, or by the words that GitHub closes issues by. */
  private static boolean closes(FakeIssue pull, int issue) {
    Pattern words =
        Pattern.compile(
            "(?i)\\b(close[sd]?|fix(es|ed)?|resolve[sd]?):?\\s+#" + issue + "(?![0-9])");
    return pull.pull.orElseThrow().linked.contains(issue) || words.matcher(pull.body).find();
  }

  private Map<String, Object> pull(int number) {
    List<Map<String, Object>> threads =
        world.pull(number).flatMap(issue -> issue.pull).stream()
            .flatMap(pull -> pull.lines.values().stream())
            .filter(line -> line.answers().isEmpty())
            .map(GraphQlRoute::thread)
            .toList();
    Map<String, Object> last = Map.of("hasNextPage", false);
    return Map.of(
        "reviewThreads",
        Map.of("pageInfo", last, "nodes", threads),
        "reviews",
        Map.of(
            "totalCount",
            world.pull(number).flatMap(it -> it.pull).map(it -> it.reviews.size()).orElse(0)),
        "reactions",
        Map.of("totalCount", world.pull(number).map(it -> it.reactions.size()).orElse(0)),
        "commits",
        Map.of(
            "nodes",
            world.pull(number).flatMap(it -> it.pull).stream()
                .map(it -> Map.of("commit", commit(it.head)))
                .toList()));
  }

  /** A commit without checks has no roll-up of them. */
  private Map<String, Object> commit(String oid) {
    List<Map<String, Object>> contexts = new ArrayList<>();
    world.checkRuns.getOrDefault(oid, List.of()).forEach(run -> contexts.add(checkRun(run)));
    world.statuses.getOrDefault(oid, List.of()).forEach(it -> contexts.add(statusContext(it)));
    Map<String, Object> commit = new LinkedHashMap<>(Map.of("oid", oid));
    if (!contexts.isEmpty()) {
      Map<String, Object> page =
          Map.of("pageInfo", Map.of("hasNextPage", false), "nodes", List.copyOf(contexts));
      commit.put("statusCheckRollup", Map.of("contexts", page));
    }
    return commit;
  }

  private static Map<String, Object> checkRun(JsonNode run) {
    Map<String, Object> node =
        new LinkedHashMap<>(
            Map.of(
                "__typename",
                "CheckRun",
                "databaseId",
                run.path("id").asInt(),
                "name",
                run.path("name").asString(),
                "status",
                run.path("status").asString().toUpperCase(Locale.ROOT),
                "permalink",
                run.path("html_url").asString(""),
                "checkSuite",
                Map.of("app", Map.of("slug", run.path("app").path("slug").asString("")))));
    if (run.path("conclusion").isString()) {
      node.put("conclusion", run.path("conclusion").asString().toUpperCase(Locale.ROOT));
    }
    return node;
  }

  private static Map<String, Object> statusContext(JsonNode status) {
    return Map.of(
        "__typename",
        "StatusContext",
        "context",
        status.path("context").asString(),
        "state",
        status.path("state").asString().toUpperCase(Locale.ROOT));
  }

  private static Map<String, Object> thread(FakePull.Line line) {
    Map<String, Object> first = Map.of("fullDatabaseId", String.valueOf(line.id()));
    return Map.of(
        "id",
        THREAD + line.id(),
        "isResolved",
        line.spot().isResolved(),
        "comments",
        Map.of("nodes", List.of(first)));
  }

  /** Closes that thread, whosever pull request it is on. */
  private Map<String, Object> resolved(String thread) {
    long first = Long.parseLong(thread.substring(THREAD.length()));
    world.resolve(first);
    return Map.of("thread", Map.of("isResolved", true));
  }

  /** The errors of an answer. */
  static Optional<String> problems(JsonNode answer) {
    return answer.has("errors") ? Optional.of(answer.path("errors").toString()) : Optional.empty();
  }
}
