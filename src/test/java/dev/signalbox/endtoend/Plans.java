package dev.signalbox.endtoend;

/** Plans that a test makes up. */
final class Plans {
  private Plans() {}

  /**
   * One phase about card numbers.
   *
   * @param head more lines of the plan's head, each with its line feed
   * @param fields more lines of the phase, before what it touches
   */
  static String ofCardNumbers(String head, String fields) {
    return """
    ---
    topic: gift-cards
    project: shop
    issue: SHOP-200
    base: main
    %s---
    # Gift cards

    ## Phase 1A: Card numbers (SHOP-201)
    - exec: tdd
    %s\
    """
            .formatted(head, fields)
        + TrackedShop.NUMBERS;
  }

  /** Phases of the scripted agent that have nothing to do with each other: Part 1, Part 2, ... */
  static String ofIndependentParts(int count) {
    StringBuilder plan =
        new StringBuilder(
            """
            ---
            topic: parts
            project: shop
            issue: SHOP-1
            base: main
            verify: "true"
            cost-checkpoint-usd: 100000
            ---
            # Many parts
            """);
    for (int part = 1; part <= count; part++) {
      plan.append(
          """

          ## Phase P%1$d: Part %1$d (SHOP-%2$d)
          - exec: quick
          - agent: scripted
          - touches: parts/%1$d/**

          Context:
          - It stands alone
          - It is small
          - It is one of many

          Tasks:
          1. Write it

          Deliverable: A part.
          """
              .formatted(part, 1_000 + part));
    }
    return plan.toString();
  }
}
