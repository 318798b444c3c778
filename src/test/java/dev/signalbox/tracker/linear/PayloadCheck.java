package dev.signalbox.tracker.linear;

import graphql.language.FieldDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a webhook's body is what Linear's schema says of it: every field known and of its type,
 * and all there that are always there.
 */
final class PayloadCheck {
  private final TypeDefinitionRegistry types = LinearSchema.types();

  /** Throws where the body does not fit the type. */
  void demand(String type, @Nullable Object value) {
    check(type, new TypeName(type), value);
  }

  private void check(String place, Type<?> type, @Nullable Object value) {
    switch (type) {
      case NonNullType must -> {
        demand(value != null, place, "a value");
        check(place, must.getType(), value);
      }
      case ListType list -> {
        if (value != null) {
          demand(value instanceof List<?>, place, "a list");
          ((List<?>) value).forEach(each -> check(place + "[]", list.getType(), each));
        }
      }
      case TypeName name -> {
        if (value != null) {
          named(place, name.getName(), value);
        }
      }
      default -> throw new IllegalStateException("expected a type, found " + type);
    }
  }

  private void named(String place, String name, Object value) {
    TypeDefinition<?> definition = types.getTypeOrNull(name);
    switch (definition) {
      case ObjectTypeDefinition object -> object(place, object, value);
      case UnionTypeDefinition union -> union(place, union, value);
      case null, default -> demand(isScalar(name, value), place, name);
    }
  }

  private void object(String place, ObjectTypeDefinition type, Object value) {
    demand(value instanceof Map<?, ?>, place, type.getName());
    Map<?, ?> map = (Map<?, ?>) value;
    Set<Object> unknown = new TreeSet<>(map.keySet());
    type.getFieldDefinitions().forEach(field -> unknown.remove(field.getName()));
    demand(unknown.isEmpty(), place, type.getName() + " without " + unknown);
    for (FieldDefinition field : type.getFieldDefinitions()) {
      check(place + "." + field.getName(), field.getType(), map.get(field.getName()));
    }
  }

  /** It fits one of them. */
  private void union(String place, UnionTypeDefinition union, Object value) {
    List<String> misfits =
        union.getMemberTypes().stream().flatMap(each -> misfit(place, each, value)).toList();
    demand(misfits.size() < union.getMemberTypes().size(), place, "one of " + misfits);
  }

  private Stream<String> misfit(String place, Type<?> type, Object value) {
    try {
      check(place, type, value);
      return Stream.empty();
    } catch (IllegalStateException e) {
      return Stream.of(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isScalar(String name, Object value) {
    return switch (name) {
      case "String", "ID" -> value instanceof String;
      case "Boolean" -> value instanceof Boolean;
      case "Float", "Int" -> value instanceof Number;
      case "DateTime" -> value instanceof String text && !Instant.parse(text).equals(Instant.MIN);
      case "JSONObject" -> value instanceof Map<?, ?>;
      default -> throw new IllegalStateException("no such type in the schema: " + name);
    };
  }

  private static void demand(boolean isSo, String place, String expected) {
    if (!isSo) {
      throw new IllegalStateException("the stand-in's webhook: " + place + ": no " + expected);
    }
  }
}
