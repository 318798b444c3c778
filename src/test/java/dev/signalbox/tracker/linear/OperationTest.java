package dev.signalbox.tracker.linear;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our documents, against Linear's own schema. */
class OperationTest {
  private static final int COMPLEXITY_MAX = 10_000;
  private static GraphQLSchema schema;

  @BeforeAll
  static void load() {
    LinearSchema.require();
    schema = LinearSchema.executable(Map.of());
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyDocumentIsValidAndCheapEnough(Operation operation) {
    Document document = Parser.parse(operation.text());
    assertThat(new Validator().validateDocument(schema, document, Locale.ROOT)).isEmpty();
    long cost =
        Complexity.of(
            schema, document, Map.of("page", LinearIssues.CHILDREN, "size", sizeOf(operation)));
    System.err.println("complexity of " + operation.word() + ": " + cost);
    assertThat(cost).isLessThan(COMPLEXITY_MAX / 2);
  }

  private static int sizeOf(Operation operation) {
    return operation == Operation.CHILDREN ? LinearIssues.SIZE_OF_CHILD : LinearIssues.SIZE;
  }

  @Test
  void aDocumentThatDoesNotFitIsFound() {
    Document document = Parser.parse("query Q { issue(id: \"a\") { blockedBy { id } } }");
    assertThat(new Validator().validateDocument(schema, document, Locale.ROOT)).hasSize(1);
  }
}
