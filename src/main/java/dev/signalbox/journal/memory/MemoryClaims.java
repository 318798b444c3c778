package dev.signalbox.journal.memory;

import dev.signalbox.journal.ClaimKey;
import dev.signalbox.journal.ClaimOutcome;
import dev.signalbox.journal.ClaimRenewal;
import dev.signalbox.journal.Claims;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Claims in a map. */
public final class MemoryClaims implements Claims {
  private final Map<ClaimKey, Entry> entries = new HashMap<>();

  /** Nobody's claim keeps its fencing number. */
  private record Entry(Optional<String> holder, Instant since, Instant until, long fencing) {
    boolean isOf(String name, long number) {
      return isOf(name) && fencing == number;
    }

    boolean isOf(String name) {
      return holder.equals(Optional.of(name));
    }
  }

  @Override
  public synchronized ClaimOutcome acquire(
      ClaimKey key, String holder, Instant now, Instant until) {
    if (holder.isEmpty() || !until.isAfter(now)) {
      throw new IllegalArgumentException("expected a holder and a lease that ends after it begins");
    }
    Instant since = now.truncatedTo(ChronoUnit.MILLIS);
    Instant end = until.truncatedTo(ChronoUnit.MILLIS);
    Entry before = entries.getOrDefault(key, new Entry(Optional.empty(), since, end, 0));
    if (before.isOf(holder)) {
      return put(key, new Entry(before.holder, before.since, end, before.fencing));
    }
    if (before.holder.isPresent() && before.until.isAfter(since)) {
      return new ClaimOutcome.Held(before.holder.get(), before.since, before.until);
    }
    return put(key, new Entry(Optional.of(holder), since, end, before.fencing + 1));
  }

  private ClaimOutcome put(ClaimKey key, Entry entry) {
    entries.put(key, entry);
    return new ClaimOutcome.Acquired(entry.fencing);
  }

  @Override
  public synchronized ClaimRenewal renew(ClaimKey key, String holder, long fencing, Instant until) {
    Entry entry = entries.get(key);
    if (entry == null || !entry.isOf(holder, fencing)) {
      return new ClaimRenewal.Lost(holder(key).map(ClaimOutcome.Held::holder).orElse(""));
    }
    Instant end = until.truncatedTo(ChronoUnit.MILLIS);
    entries.put(key, new Entry(entry.holder, entry.since, end, fencing));
    return new ClaimRenewal.Renewed();
  }

  @Override
  public synchronized boolean raise(ClaimKey key, String holder, long fencing, long to) {
    Entry entry = entries.get(key);
    if (entry == null || !entry.isOf(holder, fencing)) {
      return false;
    }
    entries.put(key, new Entry(entry.holder, entry.since, entry.until, Math.max(fencing, to)));
    return true;
  }

  @Override
  public synchronized boolean release(ClaimKey key, String holder, long fencing) {
    Entry entry = entries.get(key);
    if (entry == null || !entry.isOf(holder, fencing)) {
      return false;
    }
    entries.put(key, new Entry(Optional.empty(), entry.since, entry.until, fencing));
    return true;
  }

  @Override
  public synchronized Optional<ClaimOutcome.Held> holder(ClaimKey key) {
    return Optional.ofNullable(entries.get(key))
        .flatMap(e -> e.holder.map(name -> new ClaimOutcome.Held(name, e.since, e.until)));
  }

  @Override
  public void close() {}
}
