package dev.signalbox.prompt;

/** What the texts say about the branch. */
final class BranchText {
  private BranchText() {}

  /** Where to commit, as a sentence. */
  static String sentence(PromptContext context) {
    String base = Markdown.code(context.header().base());
    if (context.branch().isEmpty()) {
      return "Branch: name it by your own convention, from " + base + ".";
    }
    String branch = context.branch().get();
    String rule =
        context.changesNothing()
            ? " Change no files of the repository: the deliverable is written analysis."
            : " Commit your work there and on no other branch.";
    if (branch.equals(context.header().base())) {
      return "Branch: " + base + " itself." + rule;
    }
    return "Branch: " + Markdown.code(branch) + ", from " + base + "." + rule;
  }
}
