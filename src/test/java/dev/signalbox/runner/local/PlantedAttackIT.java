package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.SignalboxException;
import dev.signalbox.runner.local.AttackSite.Place;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.LandOrder;
import dev.signalbox.workspace.MergeOrder;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.Merges;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.TestRepository;
import dev.signalbox.workspace.VerifyOutcome;
import dev.signalbox.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is planted inside the walls does not run outside of them, whatever Signalbox does with the
 * workspace afterwards; and each plant is one that a git which is not careful does run.
 */
@Timeout(120)
class PlantedAttackIT {
  private static final SessionKey SESSION = WalledSite.key("S-A");
  private static final String BRANCH = "b-S-A";

  @TempDir(factory = BuildFolder.class)
  Path folder;

  static Stream<Arguments> everyPlantFromEveryPlace() {
    return Arrays.stream(Plant.values())
        .flatMap(plant ->
            Stream.of(Place.SESSION, Place.PREPARE, Place.VERIFY)
                .map(place -> Arguments.of(plant, place)));
  }

  @ParameterizedTest
  @MethodSource("everyPlantFromEveryPlace")
  void nothingPlantedRuns(Plant plant, Place place) throws Exception {
    try (AttackSite site = new AttackSite(WalledSite.in(folder))) {
      TestRepository repository = site.site().repository();
      String settings = repository.git("config", "--list", "--local");

      plant(site, plant, place);
      everything(site.site());

      assertThat(site.root().resolve("ran")).doesNotExist();
      assertThat(repository.git("config", "--list", "--local")).isEqualTo(settings);
      assertThat(site.root().resolve("home/keep")).hasContent("kept\n");
    }
  }

  @ParameterizedTest
  @EnumSource(Plant.class)
  void aGitThatIsNotCarefulRunsIt(Plant plant) throws Exception {
    try (AttackSite site = new AttackSite(WalledSite.in(folder))) {
      plant(site, plant, Place.SESSION);
      TestRepository workspace = new TestRepository(site.site().workspaces().folderOf(SESSION));

      try {
        workspace.git(plant.trigger());
      } catch (IllegalStateException _) {
        // A trap says nothing that git understands.
        assertThat(site.root().resolve("ran")).exists();
      }

      assertThat(site.root().resolve("ran")).exists();
    }
  }

  private static void plant(AttackSite site, Plant plant, Place place) throws Exception {
    String script = "(" + plant.script() + ") && echo planted";
    assertThat(site.printed(place, script)).contains("planted");
  }

  /** What the host does with a workspace in its life, as far as the workspace lets it. */
  private static void everything(WalledSite site) {
    Workspaces workspaces = site.workspaces();
    try {
      workspaces.look(SESSION, BRANCH);
    } catch (SignalboxException e) {
      assertThat(e).hasMessageContaining("workspace: expected");
    }
    if (workspaces.takeIn(SESSION, BRANCH, "main") instanceof TakeInOutcome.TakenIn taken) {
      merge(site.merges(), taken.tip());
    }
    workspaces.refresh(SESSION, "main");
    workspaces.unlock(SESSION);
    workspaces.list();
    site.repository().git("status");
    workspaces.prepare(AttackSite.order(Optional.empty()));
    workspaces.clean(SESSION, "main");
  }

  private static void merge(Merges merges, String tip) {
    MergeOrder order = new MergeOrder("main", tip, "Merge", Instant.EPOCH, List.of());
    if (merges.compute(order) instanceof MergeOutcome.Clean merged) {
      assertThat(merges.verify(merged.commit(), "true")).isEqualTo(new VerifyOutcome.Passed());
      merges.land(landing(merged));
    }
  }

  @Test
  void aSummaryThatIsALinkTellsNothing() throws Exception {
    try (AttackSite site = new AttackSite(WalledSite.in(folder))) {
      site.printed(Place.SESSION, "ln -s @HOME@/.ssh/id_ed25519 .sdd-summary.md");

      assertThat(site.site().workspaces().look(SESSION, BRANCH).summary()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Place.class,
      names = {"SESSION", "PREPARE", "VERIFY"})
  void nothingIsRemovedOrWrittenThroughLinks(Place place) throws Exception {
    String script =
        """
        rm -rf .git/refs .git/info .git/logs
        ln -s @HOME@ .git/refs
        ln -s @HOME@ .git/info
        ln -s @HOME@ .git/logs
        ln -s @HOME@ trap
        ln -s @HOME@ ~/trap
        ln -sf @HOME@/keep .sdd-state.json
        """;
    try (AttackSite site = new AttackSite(WalledSite.in(folder))) {
      Path home = site.root().resolve("home");
      List<Path> before = files(home);
      site.printed(place, script);

      everything(site.site());

      assertThat(files(home)).isEqualTo(before);
      assertThat(home.resolve("keep")).hasContent("kept\n");
    }
  }

  private static List<Path> files(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      return files.sorted().toList();
    }
  }

  private static LandOrder landing(MergeOutcome.Clean merge) {
    LandOrder.Work work = new LandOrder.Work("agent/work", merge.commit(), "Merge it");
    return new LandOrder("main", merge.base(), merge.commit(), work);
  }
}
