package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.Following;
import dev.signalbox.runner.local.AttackSite.Place;
import dev.signalbox.sandbox.WithoutNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attacks by real programs from inside the real walls: from a session, from a plan's {@code
 * prepare} and from its {@code verify}. Each is also run without walls, where it has to work: else
 * it would prove nothing.
 */
@Timeout(120)
class AttackIT {
  private static final String CONNECTS =
      """
      perl -MIO::Socket::INET -e '
        IO::Socket::INET->new(PeerAddr => "127.0.0.1:@PORT@") or die "no: $@"; print "reached"'
      """;

  @TempDir(factory = BuildFolder.class)
  Path folder;

  static Stream<Arguments> everyAttackFromEveryPlace() {
    return Arrays.stream(Attack.values())
        .flatMap(attack -> Arrays.stream(Place.values()).map(place -> Arguments.of(attack, place)));
  }

  @ParameterizedTest
  @MethodSource("everyAttackFromEveryPlace")
  void itFailsInsideTheWallsAndWorksWithout(Attack attack, Place place) throws Exception {
    try (AttackSite site = new AttackSite(WalledSite.in(folder))) {
      boolean isHeldBack =
          attack != Attack.REACHES_A_SOCKET_WITHOUT_A_PATH
              || place == Place.NO_WALLS
              || site.site().sandbox().gap().isEmpty();
      Assumptions.assumeTrue(isHeldBack, () -> site.site().sandbox().gap().orElse(""));
      assertThat(attack.isDone(site, "")).as("before").isFalse();

      String printed = site.printed(place, attack.script());

      // What was killed may take a moment to be gone.
      Following.await(
          "%s to %s from %s, which printed %s"
              .formatted(attack, place == Place.NO_WALLS ? "work" : "fail", place, printed),
          () -> isDone(attack, site, printed) == (place == Place.NO_WALLS));
    }
  }

  private static boolean isDone(Attack attack, AttackSite site, String printed) {
    try {
      return attack.isDone(site, printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void aBlockedNetworkIsNotReached(Place place) throws Exception {
    WalledSite walled = WalledSite.in(folder);
    boolean isBlocked = place != Place.NO_WALLS;
    try (AttackSite site = new AttackSite(walled.with(new WithoutNetwork(walled.sandbox())))) {
      assertThat(site.printed(place, CONNECTS).contains("reached")).isEqualTo(!isBlocked);
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void aNetworkThatIsNotBlockedIsReached(Place place) throws Exception {
    try (AttackSite site = new AttackSite(WalledSite.in(folder))) {
      assertThat(site.printed(place, CONNECTS)).contains("reached");
    }
  }
}
