package dev.signalbox.tracker;

import dev.signalbox.plan.IssueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An issue as its tracker shows it. All text in it is from outside and untrusted.
 *
 * @param uid the tracker's own id
 * @param url where a person sees it
 * @param labels by name, in the tracker's order
 */
public record Issue(
    IssueId id,
    String uid,
    String url,
    Text text,
    Standing standing,
    Ties ties,
    List<String> labels) {
  public Issue {
    labels = List.copyOf(labels);
  }

  /**
   * What it says.
   *
   * @param description Markdown; may be empty
   */
  public record Text(String title, String description, List<Attachment> attachments) {
    public Text {
      attachments = List.copyOf(attachments);
    }
  }

  /**
   * Where it stands.
   *
   * @param updated by the tracker's clock
   */
  public record Standing(IssueStatus status, Owners owners, Instant updated) {}

  /**
   * What it belongs to.
   *
   * @param children ids, in the tracker's order
   */
  public record Ties(Optional<IssueId> parent, List<IssueId> children, List<Relation> relations) {
    public Ties {
      children = List.copyOf(children);
      relations = List.copyOf(relations);
    }
  }

  /** The issues that have to be done before this one. */
  public List<IssueId> blockedBy() {
    return ties.relations().stream()
        .filter(each -> each.kind() == Relation.Kind.BLOCKED_BY)
        .map(Relation::other)
        .toList();
  }
}
