package dev.signalbox.journal;

import dev.signalbox.journal.ValueJson.ShapeException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as JSON objects, with the components' names as keys. A renamed component is a new version
 * of the facts that hold it; the golden examples show it.
 */
final class RecordJson {
  private static final String TYPE = "type";

  /** Kept for each type: looking components up takes longer than writing them. */
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private RecordJson() {}

  /**
   * A record type taken apart.
   *
   * @param isCase whether a word has to tell it from others
   */
  private record Shape(
      List<RecordComponent> components, Constructor<?> constructor, boolean isCase) {
    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        boolean isCase =
            Arrays.stream(type.getInterfaces())
                .anyMatch(parent -> parent.isSealed() && !FactCodec.isFact(type));
        return new Shape(List.of(components), constructor, isCase);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every record has its canonical constructor", e);
      }
    }
  }

  static ObjectNode write(Record value) {
    Shape shape = SHAPES.get(value.getClass());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (shape.isCase) {
      json.put(TYPE, TypeWord.of(value.getClass()));
    }
    for (RecordComponent component : shape.components) {
      Object part = part(component, value);
      Object present = part instanceof Optional<?> optional ? optional.orElse(null) : part;
      if (present != null) {
        json.set(component.getName(), ValueJson.write(present));
      }
    }
    return json;
  }

  private static @Nullable Object part(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("expected to read " + component, e);
    }
  }

  /** A case of a sealed type, told by its word. */
  static Object readCase(JsonNode json, Class<?> sealed) throws ShapeException {
    String word = json.path(TYPE).asString("");
    Optional<Class<?>> type = TypeWord.find(sealed, word);
    if (type.isEmpty()) {
      throw new ShapeException(
          "expected a " + sealed.getSimpleName() + ", found the type '" + word + "'");
    }
    return read(json, type.get());
  }

  static Object read(JsonNode json, Class<?> type) throws ShapeException {
    if (!json.isObject()) {
      throw new ShapeException(
          "expected a " + type.getSimpleName() + ", found " + json.getNodeType());
    }
    Shape shape = SHAPES.get(type);
    List<String> names = new ArrayList<>();
    List<Object> parts = new ArrayList<>();
    if (shape.isCase) {
      names.add(TYPE);
    }
    for (RecordComponent component : shape.components) {
      names.add(component.getName());
      parts.add(read(json, component));
    }
    for (String name : json.propertyNames()) {
      if (!names.contains(name)) {
        throw new ShapeException("expected one of " + names + ", found the key " + name);
      }
    }
    return make(shape.constructor, parts);
  }

  private static Object read(JsonNode json, RecordComponent component) throws ShapeException {
    String name = component.getName();
    JsonNode part = json.get(name);
    if (part != null) {
      try {
        return ValueJson.read(part, component.getGenericType());
      } catch (ShapeException e) {
        throw new ShapeException(name + ": " + e.getMessage());
      }
    }
    if (component.getType() == Optional.class) {
      return Optional.empty();
    }
    throw new ShapeException(name + ": expected a value, found none");
  }

  private static Object make(Constructor<?> constructor, List<Object> parts) throws ShapeException {
    try {
      return constructor.newInstance(parts.toArray());
    } catch (InvocationTargetException e) {
      throw new ShapeException(String.valueOf(e.getCause()));
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("expected to make a record with " + constructor, e);
    }
  }
}
