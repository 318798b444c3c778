package dev.signalbox.journal.memory;

import dev.signalbox.journal.Claims;
import dev.signalbox.journal.ClaimsContractTest;

class MemoryClaimsTest extends ClaimsContractTest {
  @Override
  protected Claims create() {
    return new MemoryClaims();
  }

  @Override
  protected Claims another(Claims claims) {
    return claims;
  }
}
