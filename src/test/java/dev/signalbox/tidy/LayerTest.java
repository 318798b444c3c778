package dev.signalbox.tidy;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages of {@link Layers} keep to their rows, and policy stays pure. */
class LayerTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(Layers.ROOT);

  @Test
  void everyPackageHasItsPlace() {
    assertThat(CLASSES).isNotEmpty();
    assertThat(LayerRules.unplaced(CLASSES)).as("not placed in Layers").isEmpty();
  }

  @Test
  void packagesDependDownwardsOnly() {
    assertThat(LayerRules.upward(CLASSES)).isEmpty();
  }

  @Test
  void onlyTheWiringNamesAdapters() {
    assertThat(LayerRules.adapterNamed(CLASSES)).isEmpty();
  }

  @Test
  void policyIsPure() {
    assertThat(LayerRules.impure(CLASSES)).isEmpty();
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching(Layers.ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
