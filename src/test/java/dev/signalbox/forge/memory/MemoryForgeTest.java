package dev.signalbox.forge.memory;

import dev.signalbox.forge.Account;
import dev.signalbox.forge.Checks;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.ForgeContractTest;
import dev.signalbox.forge.ForgedWorld;
import dev.signalbox.forge.Remark;
import dev.signalbox.forge.Role;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

final class MemoryForgeTest extends ForgeContractTest {
  private static final Account ANA = new Account(5, "ana", Account.Kind.PERSON, Optional.empty());

  @Override
  protected ForgedWorld open() {
    return new World();
  }

  private static final class World implements ForgedWorld {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final AtomicInteger seconds = new AtomicInteger();
    private final InstantSource ticking = () -> NOON.plusSeconds(seconds.incrementAndGet());
    private final Clock clock = ticking.withZone(ZoneOffset.UTC);
    private final MemoryForge forge = new MemoryForge("acme/shop", clock);
    private final MemoryNeighbours others = forge.others();

    World() {
      others.join("ana", Role.WRITE);
    }

    @Override
    public Forge client() {
      return forge;
    }

    @Override
    public String push(String branch) {
      String commit = "%040x".formatted(seconds.incrementAndGet());
      others.push(branch, commit);
      return commit;
    }

    @Override
    public void has(List<String> paths) {}

    @Override
    public void restructures(
        int number, List<String> added, Map<String, String> renamed, List<String> deleted) {
      others.changes(number, added);
      others.changes(number, List.copyOf(renamed.values()));
      others.changes(number, deleted);
    }

    @Override
    public void check(String commit, String name, Checks.Result result) {
      others.check(commit, new Checks.Check(name, "ci", result, ""));
    }

    @Override
    public void require(String check) {
      others.require(check);
    }

    @Override
    public void says(int number, String body) {
      others.say(number, ANA, Remark.Kind.COMMENT, body, Optional.empty());
    }

    @Override
    public String remarks(int number, String path, String body) {
      String commit = done(forge.read(number)).head().commit();
      Remark.Place place = new Remark.Place(path, Optional.of(1), commit, false, false);
      return others.say(number, ANA, Remark.Kind.LINE, body, Optional.of(place));
    }

    @Override
    public void resolves(int number, String remark) {
      others.resolve(number, remark);
    }

    @Override
    public void approves(int number) {
      others.say(number, ANA, Remark.Kind.REVIEW_APPROVED, "", Optional.empty());
    }

    @Override
    public void reacts(int number, String name) {
      others.say(number, ANA, Remark.Kind.REACTION, name, Optional.empty());
    }

    @Override
    public String person() {
      return "ana";
    }

    @Override
    public String stranger() {
      return "stranger";
    }

    @Override
    public IssueId issue() {
      return new IssueId("#700");
    }

    @Override
    public void links(int number, IssueId issue) {
      others.link(number, issue);
    }

    @Override
    public void fail(boolean isFailing) {
      others.failWith(
          isFailing
              ? Optional.of(Failure.of(Failure.Kind.UNREACHABLE, "expected an answer, found none"))
              : Optional.empty());
    }

    @Override
    public void close() {}
  }
}
