package dev.signalbox.tracker.linear;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a query costs by Linear's rules: 0.1 for a property, 1 for an object, and what is below a
 * connection times its {@code first}, 50 where that is not given.
 */
final class Complexity {
  private static final int FIRST_DEFAULT = 50;

  private final GraphQLSchema schema;
  private final Map<String, FragmentDefinition> fragments;
  private final Map<String, Object> variables;

  private Complexity(GraphQLSchema schema, Document document, Map<String, Object> variables) {
    this.schema = schema;
    this.fragments =
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .collect(Collectors.toMap(FragmentDefinition::getName, each -> each));
    this.variables = variables;
  }

  static long of(GraphQLSchema schema, Document document, Map<String, Object> variables) {
    OperationDefinition operation =
        document.getDefinitionsOfType(OperationDefinition.class).getFirst();
    GraphQLFieldsContainer root =
        operation.getOperation() == OperationDefinition.Operation.MUTATION
            ? Objects.requireNonNull(schema.getMutationType())
            : schema.getQueryType();
    return (long)
        Math.ceil(
            new Complexity(schema, document, variables).of(operation.getSelectionSet(), root));
  }

  private double of(SelectionSet set, GraphQLFieldsContainer type) {
    double sum = 0;
    for (Selection<?> selection : set.getSelections()) {
      sum +=
          switch (selection) {
            case Field field -> of(field, type);
            case FragmentSpread spread ->
                of(
                    fragment(spread).getSelectionSet(),
                    container(fragment(spread).getTypeCondition().getName()));
            case InlineFragment inline -> of(inline.getSelectionSet(), container(inline));
            default -> throw new IllegalStateException("expected a selection: " + selection);
          };
    }
    return sum;
  }

  private GraphQLFieldsContainer container(String name) {
    return (GraphQLFieldsContainer) Objects.requireNonNull(schema.getType(name));
  }

  private GraphQLFieldsContainer container(InlineFragment inline) {
    return container(Objects.requireNonNull(inline.getTypeCondition()).getName());
  }

  private FragmentDefinition fragment(FragmentSpread spread) {
    return Objects.requireNonNull(fragments.get(spread.getName()));
  }

  private double of(Field field, GraphQLFieldsContainer type) {
    if (field.getSelectionSet() == null) {
      return 0.1;
    }
    GraphQLNamedType below =
        (GraphQLNamedType)
            GraphQLTypeUtil.unwrapAll(type.getFieldDefinition(field.getName()).getType());
    double cost =
        below instanceof GraphQLFieldsContainer container
            ? of(field.getSelectionSet(), container)
            : ofUnion(field.getSelectionSet());
    return below.getName().endsWith("Connection") ? first(field) * cost : 1 + cost;
  }

  /** Of a union only one kind is there; all are counted, which is never too little. */
  private double ofUnion(SelectionSet set) {
    double sum = 0;
    for (Selection<?> selection : set.getSelections()) {
      sum +=
          selection instanceof InlineFragment inline
              ? of(inline.getSelectionSet(), container(inline))
              : 0.1;
    }
    return sum;
  }

  private long first(Field field) {
    return field.getArguments().stream()
        .filter(argument -> argument.getName().equals("first"))
        .findFirst()
        .map(argument -> number(argument.getValue()))
        .orElse((long) FIRST_DEFAULT);
  }

  private long number(Value<?> value) {
    return switch (value) {
      case IntValue number -> number.getValue().longValue();
      case VariableReference reference ->
          ((Number) variables.getOrDefault(reference.getName(), FIRST_DEFAULT)).longValue();
      default -> FIRST_DEFAULT;
    };
  }
}
