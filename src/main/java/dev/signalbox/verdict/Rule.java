package dev.signalbox.verdict;

import static dev.signalbox.verdict.Verdict.PARALLEL;
import static dev.signalbox.verdict.Verdict.PARALLEL_WITH_BRANCHES;
import static dev.signalbox.verdict.Verdict.SEQUENTIAL;

/** The rules of the decision tree, in the order in which they are tried (design section 3). */
public enum Rule {
  EXPLICIT_ORDER(SEQUENTIAL, "the plan orders them"),
  READS_OUTPUT(SEQUENTIAL, "one reads what the other writes or produces"),
  RESEARCH_FIRST(SEQUENTIAL, "one informs the other"),
  UNMERGEABLE_FILES(SEQUENTIAL, "both touch a path and cannot be on separate branches"),
  SHARED_INFRASTRUCTURE(SEQUENTIAL, "both modify one class of shared infrastructure"),
  IMPLIED_ORDER(SEQUENTIAL, "other phases between them order them"),
  SHARED_FILES(PARALLEL_WITH_BRANCHES, "both touch a path"),
  SHARED_DIRECTORY(PARALLEL_WITH_BRANCHES, "both name files directly in one folder"),
  INDEPENDENT(PARALLEL, "nothing that they touch, read or produce meets");

  private final Verdict verdict;
  private final String meaning;

  Rule(Verdict verdict, String meaning) {
    this.verdict = verdict;
    this.meaning = meaning;
  }

  /** The verdict that this rule gives. */
  public Verdict verdict() {
    return verdict;
  }

  /** What holds for a pair when the rule fires, as the end of a sentence. */
  public String meaning() {
    return meaning;
  }
}
