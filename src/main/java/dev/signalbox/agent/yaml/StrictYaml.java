package dev.signalbox.agent.yaml;

import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML 1.2 as a tree with positions: one document, bounded nesting, no aliases and no tags. */
final class StrictYaml {
  private StrictYaml() {}

  /** The root of the document; fails with {@code CONFIG_INVALID}. */
  static StrictNode read(String file, String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      refuseExtras(file, new Parse(settings).parseString(text));
      return new Compose(settings)
          .composeString(text)
          .map(root -> new StrictNode(file, root))
          .orElseThrow(() -> invalid(file, "expected keys and values, found nothing"));
    } catch (MarkedYamlEngineException e) {
      throw StrictNode.invalid(file, e.getProblemMark(), "expected YAML, found " + e.getProblem());
    } catch (YamlEngineException e) {
      throw invalid(file, "expected YAML, found " + e.getMessage());
    }
  }

  /** Events come one by one; composing recurses, so the nesting has to be known before. */
  private static void refuseExtras(String file, Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      switch (event) {
        case NodeEvent node when node.getAnchor().isPresent() && !(node instanceof AliasEvent) ->
            throw refused(file, event, "no anchor, found one");
        case AliasEvent _ -> throw refused(file, event, "no alias, found one");
        case CollectionStartEvent start when start.getTag().isPresent() ->
            throw refused(file, event, "no tag, found one");
        case ScalarEvent scalar when scalar.getTag().isPresent() ->
            throw refused(file, event, "no tag, found one");
        case CollectionStartEvent _ -> depth++;
        case CollectionEndEvent _ -> depth--;
        default -> {}
      }
      if (depth > Limits.DOCUMENT_NESTING_MAX) {
        throw refused(
            file,
            event,
            "at most " + Limits.DOCUMENT_NESTING_MAX + " levels of nesting, found more");
      }
    }
  }

  private static SignalboxException refused(String file, Event event, String expected) {
    return StrictNode.invalid(file, event.getStartMark(), "expected " + expected);
  }

  private static SignalboxException invalid(String file, String message) {
    return StrictNode.invalid(file, Optional.empty(), message);
  }
}
