package dev.signalbox.app;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.PlanName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes a new plan from the template. */
final class PlanTemplate {
  private static final String TEMPLATE = "/dev/signalbox/app/plan-template.md";
  private static final String PROJECT_DEFAULT = "project";

  private final Clock clock;
  private final Map<String, String> projects;

  /**
   * A template.
   *
   * @param projects short name by project name
   */
  PlanTemplate(Clock clock, Map<String, String> projects) {
    this.clock = clock;
    this.projects = projects;
  }

  /** Writes {@code {YYYY-MM-DD}-{project-short}-{topic}.md}; never over an existing file. */
  Path write(String topic, Optional<String> project, Path folder) {
    if (!PlanName.isTopic(topic)) {
      throw new SignalboxException(
          ErrorCode.USAGE_INVALID,
          "expected a topic of lower-case words joined by dashes, found " + topic,
          List.of("write it like checkout-revamp"));
    }
    String shortName = shortOf(project);
    Path file = folder.resolve(LocalDate.now(clock) + "-" + shortName + "-" + topic + ".md");
    try {
      Files.createDirectories(folder);
      Files.writeString(
          file, text(topic, shortName), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return file.normalize();
    } catch (FileAlreadyExistsException e) {
      throw new SignalboxException(
          ErrorCode.INIT_FILE_EXISTS,
          "expected no file " + file.normalize() + ", found one",
          List.of("choose another topic, or move the file away"),
          e);
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.OUTPUT_FAILED,
          "expected to write " + file.normalize() + ", found " + e.getClass().getSimpleName(),
          List.of("check the folder's permissions"),
          e);
    }
  }

  /** The configured short name, else the name itself made fit for a file name. */
  private String shortOf(Optional<String> project) {
    String name = project.orElse(PROJECT_DEFAULT);
    if (projects.containsKey(name)) {
      return Objects.requireNonNull(projects.get(name));
    }
    if (projects.containsValue(name)) {
      return name;
    }
    String plain =
        name.toLowerCase(Locale.ROOT)
            .chars()
            .filter(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.isEmpty() ? PROJECT_DEFAULT : plain;
  }

  private static String text(String topic, String shortName) {
    String title = topic.substring(0, 1).toUpperCase(Locale.ROOT) + topic.substring(1);
    return template()
        .replace("{topic}", topic)
        .replace("{project}", shortName)
        .replace("{title}", title.replace('-', ' '));
  }

  private static String template() {
    try (InputStream stream = PlanTemplate.class.getResourceAsStream(TEMPLATE)) {
      return new String(
          Objects.requireNonNull(stream, TEMPLATE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
