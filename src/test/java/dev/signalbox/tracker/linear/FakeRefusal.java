package dev.signalbox.tracker.linear;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;

/** What Linear refuses, with the code that it says. */
final class FakeRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String shown;

  FakeRefusal(String code, String message, String shown) {
    super(message);
    this.code = code;
    this.shown = shown;
  }

  static FakeRefusal absent(String type) {
    return new FakeRefusal(
        "INPUT_ERROR", "Entity not found: " + type, "Could not find referenced " + type + ".");
  }

  static FakeRefusal input(String message) {
    return new FakeRefusal("INPUT_ERROR", "Argument Validation Error", message);
  }

  static FakeRefusal forbidden(String message) {
    return new FakeRefusal("FORBIDDEN", "Forbidden", message);
  }

  /** As it stands in the answer. */
  GraphQLError error(List<Object> path) {
    return new Told(String.valueOf(getMessage()), path, extensions());
  }

  Map<String, Object> extensions() {
    return Map.of(
        "code",
        code,
        "type",
        code.equals("INPUT_ERROR") ? "invalid input" : "other",
        "userError",
        !code.startsWith("INTERNAL"),
        "userPresentableMessage",
        shown);
  }

  private record Told(String message, List<Object> path, Map<String, Object> extensions)
      implements GraphQLError {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      return message;
    }

    @Override
    public List<SourceLocation> getLocations() {
      return List.of();
    }

    @Override
    public ErrorClassification getErrorType() {
      return ErrorType.DataFetchingException;
    }

    @Override
    public List<Object> getPath() {
      return path;
    }

    @Override
    public Map<String, Object> getExtensions() {
      return extensions;
    }
  }
}
