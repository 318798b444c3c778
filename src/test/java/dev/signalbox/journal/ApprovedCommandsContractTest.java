package dev.signalbox.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.journal.ApprovedCommands.Approval;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What all approved commands do. */
public abstract class ApprovedCommandsContractTest {
  private static final Approval ANN = new Approval("ann", Instant.parse("2026-11-22T12:00:00Z"));
  private static final Approval BOB = new Approval("bob", Instant.parse("2026-11-23T12:00:00Z"));

  /** Approvals without any. */
  protected abstract ApprovedCommands create();

  @Test
  void exactlyTheApprovedCommandIsApprovedForItsRepository() {
    try (ApprovedCommands commands = create()) {
      commands.approve("shop", "./mvnw -q verify", ANN);
      assertThat(commands.find("shop", "./mvnw -q verify")).contains(ANN);
      assertThat(commands.find("shop", "./mvnw -q  verify")).isEmpty();
      assertThat(commands.find("shop", "./mvnw -q verify ")).isEmpty();
      assertThat(commands.find("shop2", "./mvnw -q verify")).isEmpty();
    }
  }

  @Test
  void theFirstApprovalStays() {
    try (ApprovedCommands commands = create()) {
      commands.approve("shop", "make", ANN);
      commands.approve("shop", "make", BOB);
      assertThat(commands.find("shop", "make")).contains(ANN);
    }
  }
}
