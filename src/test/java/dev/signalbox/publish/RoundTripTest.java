package dev.signalbox.publish;

import static dev.signalbox.tracker.TrackerContractTest.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.check.Analysis;
import dev.signalbox.check.CheckResult;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.markdown.IssuePlan;
import dev.signalbox.tracker.TrackedPlan;
import dev.signalbox.verdict.PairVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A plan that is written into a tracker and read from there is the same plan. */
class RoundTripTest {
  private static final int PLANS = 60;
  private static final List<String> PATTERNS =
      List.of(
          "src/a/**",
          "src/b/*.java",
          "docs/{x,y}.md",
          "db/migrations/1.sql",
          "a_b/__c__/**",
          "packages/@acme/x/**",
          "app/[id]/page.tsx",
          "pom.xml");

  @Test
  void phasesVerdictsAndBatchesAreTheSame() {
    for (long seed = 1; seed <= PLANS; seed++) {
      String text = plan(new Random(seed));
      Desk desk = new Desk(text);
      CheckResult before = Desk.check(Desk.reading(text));
      assertThat(before.analysis()).as("seed %s\n%s", seed, text).isPresent();
      Report report = desk.publish();
      assertThat(report.trouble()).as("seed %s", seed).isEmpty();

      PlanReading reading =
          IssuePlan.read(
              done(TrackedPlan.load(desk.tracker(), "linear:", report.master().orElseThrow())));

      assertThat(reading.problems()).as("seed %s\n%s", seed, text).isEmpty();
      assertSame(seed, desk, before, Desk.check(reading));
    }
  }

  private static void assertSame(long seed, Desk desk, CheckResult before, CheckResult after) {
    assertThat(after.plan().header().policy().verify())
        .isEqualTo(before.plan().header().policy().verify());
    assertThat(after.plan().header().base()).isEqualTo(before.plan().header().base());
    assertThat(after.plan().header().policy().maxParallel())
        .isEqualTo(before.plan().header().policy().maxParallel());
    assertThat(shown(after.plan().phases()))
        .as("seed %s", seed)
        .isEqualTo(shown(desk.read().phases()));
    Analysis one = before.analysis().orElseThrow();
    Analysis other = after.analysis().orElseThrow();
    assertThat(verdicts(other)).as("seed %s", seed).isEqualTo(verdicts(one));
    assertThat(other.schedule()).as("seed %s", seed).isEqualTo(one.schedule());
  }

  private static List<String> verdicts(Analysis analysis) {
    return analysis.verdicts().pairs(true, 1_000).listed().stream()
        .map((PairVerdict it) -> it.a() + " " + it.b() + " " + it.verdict() + " " + it.rule())
        .toList();
  }

  /** Everything but positions; the order in which {@code after:} names phases says nothing. */
  private static List<String> shown(List<Phase> phases) {
    return phases.stream()
        .map(it ->
            List.of(
                    it.id(),
                    it.title(),
                    it.issue(),
                    it.brief(),
                    it.handling(),
                    it.scope().touches().stream().map(touch -> touch.glob().text()).toList(),
                    it.scope().reads().size(),
                    it.scope().produces().size(),
                    it.scope().infrastructure(),
                    it.scope().after().stream().map(ref -> ref.id().value()).sorted().toList(),
                    it.scope().informs().stream().map(ref -> ref.id().value()).toList(),
                    it.scope().policy())
                .toString())
        .toList();
  }

  private static String plan(Random random) {
    StringBuilder text =
        new StringBuilder("---\ntopic: x\nbase: trunk\nverify: \"make \\\"all\\\" #1\"\n");
    text.append("max-parallel: ")
        .append(1 + random.nextInt(3))
        .append("\n---\n# A plan: of \"x\"\n");
    int size = 2 + random.nextInt(6);
    for (int i = 0; i < size; i++) {
      text.append("\n## Phase %s: Work on %d, and <b>more</b> `x`\n".formatted(id(i), i));
      for (String field : fields(random, i)) {
        text.append("- ").append(field).append('\n');
      }
      text.append(
          "\nContext:\n- It is old: see a_b and *c*\n- After 1A\n\nAcceptance:\n- [ ] Fast\n");
      text.append("\nTasks:\n1. Do it\n2. Do `more`: twice\n\nDeliverable: Done, with a (note).\n");
    }
    return text.toString();
  }

  private static String id(int index) {
    return index % 3 == 2 ? "T0" + index : (index + 1) + "A";
  }

  private static List<String> fields(Random random, int index) {
    List<String> fields = new ArrayList<>();
    fields.add("exec: " + List.of("quick", "tdd", "pair", "checkpoint").get(random.nextInt(4)));
    fields.add("touches: src/p" + index + "/**, " + PATTERNS.get(random.nextInt(PATTERNS.size())));
    add(fields, random, "estimate: $" + (1 + random.nextInt(9)) + ".50, 90m");
    add(fields, random, "verb: Mend the");
    add(fields, random, "produces: api:v" + index + ", gen/" + index + "/**");
    add(fields, random, "infrastructure: none");
    add(fields, random, "gates: pre-dispatch, post-session");
    add(fields, random, "resumes: https://example.org/s/1");
    add(fields, random, "scope: record");
    if (index > 0) {
      add(fields, random, "after: " + id(random.nextInt(index)));
      add(fields, random, "reads: api:v" + random.nextInt(index) + ", src/p0/**");
    }
    if (index == 0 && random.nextInt(3) == 0) {
      fields.add("informs: " + id(1));
    }
    return fields;
  }

  private static void add(List<String> fields, Random random, String field) {
    if (random.nextInt(3) == 0) {
      fields.add(field);
    }
  }
}
