package dev.signalbox.tracker.linear;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What Linear is asked. Each is a document beside this class, checked against Linear's schema. */
enum Operation {
  ISSUE("issue-fields"),
  CHILDREN("issue-fields"),
  ISSUE_STATE,
  ISSUE_CREATE,
  ISSUE_MADE,
  ISSUE_UPDATE,
  TEAM,
  TEAM_BY_KEY,
  VIEWER,
  USERS_BY_NAME,
  LABELS,
  LABEL_CREATE,
  RELATIONS,
  RELATION_CREATE,
  HISTORY,
  COMMENTS("comment-fields"),
  COMMENT("comment-fields"),
  COMMENT_CREATE("comment-fields"),
  COMMENT_UPDATE("comment-fields"),
  COMMENT_DELETE,
  ATTACHMENT_CREATE,
  AGENT_SESSIONS("activity-fields"),
  ACTIVITIES("activity-fields"),
  AGENT_ACTIVITY,
  AGENT_ACTIVITY_CREATE;

  private final String text;

  Operation(String... fragments) {
    StringBuilder whole = new StringBuilder(read(word()));
    List.of(fragments).forEach(fragment -> whole.append(read(fragment)));
    text = whole.toString();
  }

  /** The document with the fragments that it uses. */
  String text() {
    return text;
  }

  /** As requests are counted. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String read(String name) {
    try (InputStream in = Operation.class.getResourceAsStream(name + ".graphql")) {
      if (in == null) {
        throw new IllegalStateException("expected the document " + name + ", found none");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
