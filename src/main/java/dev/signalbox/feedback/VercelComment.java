package dev.signalbox.feedback;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Vercel's comment on a pull request, which it rewrites with every deployment: its first line holds
 * a JSON document in Base64.
 *
 * @param projects in the comment's order; empty where the line is missing or of another form
 */
public record VercelComment(List<Project> projects) {
  private static final Pattern FIRST_LINE =
      Pattern.compile("^\\[vc\\]: #[^:\\s]{1,200}:([A-Za-z0-9+/=]{1,100000})");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");

  public VercelComment {
    projects = List.copyOf(projects);
  }

  /**
   * One deployed project.
   *
   * @param deployment Vercel's name of the deployment; empty where it does not say
   * @param remarks of people on the preview that nobody has resolved
   */
  public record Project(
      String name,
      Optional<String> deployment,
      Result result,
      Optional<String> previewUrl,
      long remarks) {}

  /**
   * One thing that the comment says.
   *
   * @param id what tells it from the others, behind the id of the comment
   */
  public record Told(String id, Kind kind, Content content) {}

  /**
   * What it says: of each project how its deployment stands, and whether there are remarks. The
   * same deployment in the same state is the same thing, since the comment is rewritten.
   *
   * @param at when the comment was written last
   */
  public List<Told> told(Instant at) {
    List<Told> told = new ArrayList<>();
    for (Project project : projects) {
      if (told.size() >= Limits.FEEDBACK_ITEMS_MAX) {
        break;
      }
      String which = ":" + project.name() + ":" + project.deployment().orElseGet(at::toString);
      told.add(
          new Told(
              which + ":" + project.result(),
              Kind.DEPLOYMENT,
              content(project.name(), project.result(), project.previewUrl())));
      if (project.remarks() > 0) {
        told.add(
            new Told(
                which + ":remarks:" + project.remarks(),
                Kind.COMMENT,
                content(
                    project.name() + ": remarks of people on the preview: " + project.remarks(),
                    Result.OPENED,
                    project.previewUrl())));
      }
    }
    return told;
  }

  private static Content content(String title, Result result, Optional<String> url) {
    return new Content(
        Words.line(title), "", Optional.empty(), result, Optional.empty(), url, Optional.empty());
  }

  /** Reads the comment. */
  public static VercelComment of(String text) {
    Matcher line = FIRST_LINE.matcher(text);
    List<Project> projects = new ArrayList<>();
    if (line.find()) {
      decoded(line.group(1))
          .ifPresent(
              json -> json.list("projects").forEach(project -> projects.add(project(project))));
    }
    return new VercelComment(projects);
  }

  private static Optional<JsonView> decoded(String base64) {
    try {
      byte[] json = Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
      return JsonView.parse(json);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Project project(JsonView json) {
    return new Project(
        Words.line(json.words("name")),
        Words.url(json.text("inspectorUrl")).map(url -> url.substring(url.lastIndexOf('/') + 1)),
        result(json.words("nextCommitStatus")),
        url(json.text("previewUrl")),
        json.number("liveFeedback", "unresolved").orElse(0L));
  }

  private static Optional<String> url(Optional<String> text) {
    return Words.url(text)
        .or(() -> text.filter(host -> HOST.matcher(host).matches()).map(host -> "https://" + host));
  }

  private static Result result(String status) {
    return switch (status.toUpperCase(Locale.ROOT)) {
      case "DEPLOYED", "READY" -> Result.PASSED;
      case "FAILED", "ERROR" -> Result.FAILED;
      case "PENDING", "BUILDING", "QUEUED", "INITIALIZING" -> Result.PENDING;
      case "SKIPPED", "IGNORED", "CANCELED" -> Result.CLOSED;
      default -> Result.NONE;
    };
  }
}
