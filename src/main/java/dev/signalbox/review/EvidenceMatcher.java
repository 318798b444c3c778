package dev.signalbox.review;

import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.review.FindingProof.Result;
import dev.signalbox.workspace.CommittedFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what findings quote really stands where they say. White space does not count; a few lines
 * of distance do not either, since reviewers miscount. What a reviewer quotes stands between
 * backticks or quotation marks; evidence without any is a quotation as a whole.
 */
public final class EvidenceMatcher {
  private static final Pattern QUOTED =
      Pattern.compile("(`+)(?!`)(.+?)(?<!`)\\1(?!`)|\"([^\"]+)\"", Pattern.DOTALL);

  /** The word after an opening fence names a language and is no part of the quotation. */
  private static final Pattern FENCE_WORD = Pattern.compile("^[A-Za-z0-9+#-]*\\R");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private EvidenceMatcher() {}

  /** The files that have to be read to judge those opinions, at most as many as are looked at. */
  public static List<String> paths(List<Opinion> opinions) {
    Set<String> paths = new LinkedHashSet<>();
    for (Opinion opinion : opinions) {
      for (Finding finding : opinion.findings()) {
        if (paths.size() < ReviewLimits.EVIDENCE_FILES_MAX) {
          finding.location().map(Location::path).ifPresent(paths::add);
        }
      }
    }
    return List.copyOf(paths);
  }

  /**
   * What became of each finding's evidence, in the opinions' order.
   *
   * @param files by path; a path that is missing was not looked at
   */
  public static List<FindingProof> check(List<Opinion> opinions, Map<String, CommittedFile> files) {
    List<FindingProof> proofs = new ArrayList<>();
    for (Opinion opinion : opinions) {
      for (Finding finding : opinion.findings()) {
        Result result =
            finding
                .location()
                .map(place ->
                    look(
                        finding.evidence(),
                        place,
                        files.getOrDefault(place.path(), new CommittedFile.Unread())))
                .orElse(Result.NO_LOCATION);
        proofs.add(new FindingProof(opinion.reviewer(), finding.id(), result));
      }
    }
    return proofs;
  }

  private static Result look(String evidence, Location place, CommittedFile file) {
    return switch (file) {
      case CommittedFile.Absent _ -> Result.NO_PLACE;
      case CommittedFile.Unread _ -> Result.NOT_READ;
      case CommittedFile.Text(String text) -> look(evidence, place, text.split("\\R", -1));
    };
  }

  private static Result look(String evidence, Location place, String[] lines) {
    if (place.first() > lines.length) {
      return Result.NO_PLACE;
    }
    int slack = ReviewLimits.EVIDENCE_SLACK_LINES;
    int from = place.isWhole() ? 0 : Math.max(0, place.first() - 1 - slack);
    int to = place.isWhole() ? lines.length : Math.min(lines.length, place.last() + slack);
    String there = plain(String.join("\n", List.of(lines).subList(from, to)));
    return quotations(evidence).stream().anyMatch(there::contains)
        ? Result.VERIFIED
        : Result.NOT_FOUND;
  }

  /** Too short a quotation stands everywhere and shows nothing. */
  private static List<String> quotations(String evidence) {
    List<String> quotations = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(evidence);
    while (quoted.find()) {
      String inside = quoted.group(2) == null ? quoted.group(3) : quoted.group(2);
      quotations.add(plain(inside));
      quotations.add(plain(FENCE_WORD.matcher(inside).replaceFirst("")));
    }
    if (quotations.isEmpty()) {
      quotations.add(plain(evidence));
    }
    quotations.removeIf(each -> each.length() < ReviewLimits.EVIDENCE_QUOTED_CHARS_MIN);
    return quotations;
  }

  private static String plain(String text) {
    return SPACE.matcher(text).replaceAll("");
  }
}
