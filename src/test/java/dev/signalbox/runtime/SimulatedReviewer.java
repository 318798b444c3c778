package dev.signalbox.runtime;

import dev.signalbox.engine.SessionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a reviewer hands in: an opinion, answers to those of others, or a synthesis. */
final class SimulatedReviewer {
  private static final List<String> SEVERITIES = List.of("Critical", "Important", "Consider");
  private static final List<String> ANSWERS =
      List.of("AGREE", "COMPLEMENT", "CONTRADICT", "PRIORITY", "SCOPE", "ESCALATE");
  private static final Pattern SHOWN = Pattern.compile("(?m)^([CIN][0-9]+) \\(");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([CIN][0-9]+) \\|");

  private SimulatedReviewer() {}

  static String handsIn(SessionSpec spec, Random random, boolean isCalm) {
    String title = spec.work().title();
    if (title.startsWith("Answers")) {
      return answers(rows(SHOWN, spec.prompt()), random, isCalm);
    }
    return title.startsWith("Synthesis")
        ? synthesis(rows(ROW, spec.prompt()), random)
        : opinion(random, isCalm);
  }

  private static List<String> rows(Pattern pattern, String prompt) {
    return pattern.matcher(prompt).results().map((MatchResult row) -> row.group(1)).toList();
  }

  /** Findings that are often those of another reviewer too; ever fewer when all is calm. */
  private static String opinion(Random random, boolean isCalm) {
    List<String> findings = new ArrayList<>();
    int count = isCalm ? 0 : random.nextInt(3);
    for (int i = 0; i < count; i++) {
      findings.add(
          "{\"id\":\"F%d\",\"severity\":\"%s\",\"claim\":\"%s is not checked\",\"evidence\":\"x\"}"
              .formatted(i, SEVERITIES.get(random.nextInt(3)), List.of("amount", "token").get(i)));
    }
    return "{\"recommendation\":\"REVISE\",\"findings\":[" + String.join(",", findings) + "]}";
  }

  private static String answers(List<String> rows, Random random, boolean isCalm) {
    List<String> answers = new ArrayList<>();
    for (String row : rows) {
      String answer = isCalm ? "CONTRADICT" : ANSWERS.get(random.nextInt(ANSWERS.size()));
      String severity =
          answer.equals("PRIORITY")
              ? "\"severity\":\"%s\",".formatted(SEVERITIES.get(random.nextInt(3)))
              : "";
      answers.add(
          "{\"row\":\"%s\",\"answer\":\"%s\",%s\"reason\":\"so\"}"
              .formatted(row, answer, severity));
    }
    return "{\"answers\":[" + String.join(",", answers) + "]}";
  }

  private static String synthesis(List<String> rows, Random random) {
    return "{\"points\":[{\"rows\":[\"%s\"],\"text\":\"it counts\"}]}"
        .formatted(random.nextInt(6) == 0 ? "C99" : rows.getFirst());
  }
}
