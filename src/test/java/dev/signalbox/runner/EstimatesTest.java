package dev.signalbox.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.Usd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatesTest {

  @ParameterizedTest
  @CsvSource({
    "Estimated cost: $5, 500",
    "Estimated cost: ~$5, 500",
    "My estimate is $3-5, 500",
    "Cost estimate: $3–$5, 500",
    "I estimate $3 to $5 in all, 500",
    "I estimate $3 to 5 in all, 500",
    "'Estimated cost: $1,200', 120000",
    "Estimated cost: $0.50, 50",
    "Estimated cost: $0.001, 1",
    "Estimated cost: $12.345, 1235",
    "The cost will be around **$2.50**, 250",
    "$7 is my estimate, 700",
    "The checkpoint is $10 and my estimate: $4, 400",
    "Estimated cost: $5-90m, 500",
    "Estimate: $5 and 90 minutes, 500",
    "Estimated: $5 - 90 minutes, 500",
    "Cost (EUR 3): $4, 400",
  })
  void anAmountIsFound(String line, long cents) {
    assertThat(Estimates.in(line)).contains(new Usd(cents));
  }

  @ParameterizedTest
  @CsvSource({
    "The cost checkpoint is $10",
    "Budget: the cost limit is $10",
    "It takes $5",
    "Estimated cost: five dollars",
    "Estimated cost: $",
    "echo $HOME costs nothing",
    "''",
  })
  void noAmountIsFound(String line) {
    assertThat(Estimates.in(line)).isEmpty();
  }
}
