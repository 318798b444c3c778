package dev.signalbox.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.PhaseId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What phases share by what it is, and of which of them the plan says that they change it. */
class ArtifactFinderTest {
  private static List<ArtifactClass> artifacts(String header, String... phases) {
    return PlanText.analyze(
            "---\ntopic: t\nproject: shop\nbase: main\n"
                + header
                + "---\n# T\n\n"
                + String.join("\n", phases))
        .artifacts();
  }

  private static String phase(String id, String... fields) {
    return "## Phase " + id + ": Work (SHOP-" + id + ")\n- " + String.join("\n- ", fields) + "\n";
  }

  private static ArtifactClass named(List<ArtifactClass> artifacts, String name) {
    return artifacts.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<PhaseId> ids(String... ids) {
    return List.of(ids).stream().map(PhaseId::new).toList();
  }

  @Test
  void aClassOfInfrastructureIsOneArtifactOfAllThatSayTheyChangeIt() {
    List<ArtifactClass> found =
        artifacts(
            "",
            phase("1A", "touches: db/migrations/7.sql"),
            phase("1B", "touches: src/**"),
            phase("1C", "touches: src/c", "infrastructure: db-schema"));
    assertThat(named(found, "db-schema"))
        .isEqualTo(
            new ArtifactClass(
                "db-schema",
                ArtifactClass.Kind.INFRASTRUCTURE,
                List.of("**/migrations/**", "**/schema.sql"),
                ids("1A", "1C")));
    assertThat(named(found, "ci-config").expected()).isEmpty();
  }

  @Test
  void buildFilesAreArtifactsOnlyWhereNoCommandVerifiesMerges() {
    String phase = phase("1A", "touches: src/**");
    assertThat(artifacts("", phase)).extracting(ArtifactClass::name).contains("build manifest");
    assertThat(artifacts("verify: ./mvnw verify\n", phase))
        .extracting(ArtifactClass::name)
        .doesNotContain("build manifest");
  }

  @Test
  void whatAPhaseProducesIsOneAndWhoTouchesItIsExpected() {
    List<ArtifactClass> found =
        artifacts(
            "",
            phase("1A", "touches: src/a/**", "produces: docs/api/**, schema:review-v2"),
            phase("1B", "touches: docs/**"),
            phase("1C", "touches: src/c/**"));
    assertThat(named(found, "deliverable of 1A"))
        .isEqualTo(
            new ArtifactClass(
                "deliverable of 1A",
                ArtifactClass.Kind.DELIVERABLE,
                List.of("docs/api/**"),
                ids("1A", "1B")));
    assertThat(found).extracting(ArtifactClass::name).doesNotContain("deliverable of 1C");
  }
}
