package dev.signalbox.journal.memory;

import dev.signalbox.approval.ShownHash;
import dev.signalbox.journal.ApprovedCommands;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Approvals in a map. */
public final class MemoryApprovedCommands implements ApprovedCommands {
  private final Map<Key, Approval> approvals = new ConcurrentHashMap<>();

  private record Key(String repository, String fingerprint) {}

  @Override
  public void approve(String repository, String command, Approval approval) {
    approvals.putIfAbsent(new Key(repository, ShownHash.of(command)), approval);
  }

  @Override
  public Optional<Approval> find(String repository, String command) {
    return Optional.ofNullable(approvals.get(new Key(repository, ShownHash.of(command))));
  }

  @Override
  public void close() {}
}
