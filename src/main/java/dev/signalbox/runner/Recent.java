package dev.signalbox.runner;

import dev.signalbox.limit.Limits;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an agent told by id, such as its questions, in the order in which it told them. The oldest
 * is forgotten beyond {@link Limits#QUESTIONS_KEPT_MAX}: an agent cannot fill the memory.
 */
public final class Recent<V> extends LinkedHashMap<String, V> {
  private static final long serialVersionUID = 1L;

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > Limits.QUESTIONS_KEPT_MAX;
  }
}
