package dev.signalbox.app;

import dev.signalbox.config.Services;
import dev.signalbox.config.TrackerKind;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.forge.Role;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Actor;
import dev.signalbox.view.FailureText;
import dev.signalbox.view.ServiceLook;
import dev.signalbox.view.ServiceLook.Lack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks each service that is configured who one is there. Nothing else is asked for. */
final class ServiceProbe {
  private static final String TRACKER = "tracker";
  private static final String FORGE = "forge";
  private static final String BOT = "[bot]";
  private static final Lack READ_ONLY =
      new Lack(
          "expected an account that may write",
          "Branches cannot be pushed and merged until it may.",
          false);

  private final LocalTrackers trackers;
  private final Services services;

  ServiceProbe(LocalTrackers trackers, Services services) {
    this.trackers = trackers;
    this.services = services;
  }

  /** The tracker, the forge, and Linear where plans are only read from it. */
  List<ServiceLook> looks() {
    List<ServiceLook> looks = new ArrayList<>();
    looks.add(tracker());
    if (services.tracker() != TrackerKind.LINEAR && services.linear().isPresent()) {
      looks.add(tracker("linear", TrackerKind.LINEAR, false));
    }
    looks.add(forge());
    return looks;
  }

  private ServiceLook tracker() {
    return services.tracker() == TrackerKind.PLAN_FILE
        ? unasked(TRACKER, "none; the plan file keeps the registry")
        : tracker(TRACKER, services.tracker(), true);
  }

  private ServiceLook tracker(String what, TrackerKind kind, boolean isUsed) {
    return look(
        what,
        place(kind),
        isUsed,
        () -> trackers.of(kind, services).account(),
        kind == TrackerKind.GITHUB ? ServiceProbe::login : Actor::name);
  }

  private String place(TrackerKind kind) {
    return switch (kind) {
      case PLAN_FILE -> "";
      case LINEAR ->
          "linear" + services.linear().map(it -> ", workspace " + it.workspace()).orElse("");
      case GITHUB -> repository();
    };
  }

  private String repository() {
    return services
        .github()
        .flatMap(it -> it.repository())
        .map(it -> "github, " + it)
        .orElse("github");
  }

  private ServiceLook forge() {
    boolean isUsed = services.merge() == MergeMode.PULL_REQUEST;
    boolean isNamed = services.github().flatMap(it -> it.repository()).isPresent();
    if (!isUsed && !isNamed) {
      return unasked(FORGE, "none; this machine merges");
    }
    ServiceLook look =
        look(
            FORGE,
            repository(),
            isUsed,
            () -> trackers.of(TrackerKind.GITHUB, services).account(),
            ServiceProbe::login);
    return look.lack().isPresent() ? look : role(look);
  }

  /** What it may do in the repository: a token for another one is found out here. */
  private ServiceLook role(ServiceLook look) {
    return answer(
        () -> trackers.forge(services).roleOf(look.account().orElse("")),
        lack ->
            new ServiceLook(
                look.what(), look.place(), look.isUsed(), look.account(), Optional.of(lack)),
        role -> {
          String login = look.account().orElse("");
          boolean mayWrite = role.compareTo(Role.WRITE) >= 0;
          if (!mayWrite && login.endsWith(BOT)) {
            // What an app may do is no role, so its absence says nothing.
            return look;
          }
          String who = login + ", " + role.name().toLowerCase(Locale.ROOT);
          Optional<Lack> lack = mayWrite ? Optional.empty() : Optional.of(READ_ONLY);
          return new ServiceLook(look.what(), look.place(), look.isUsed(), Optional.of(who), lack);
        });
  }

  private static ServiceLook unasked(String what, String found) {
    return new ServiceLook(what, found, false, Optional.empty(), Optional.empty());
  }

  private static ServiceLook look(
      String what,
      String place,
      boolean isUsed,
      Supplier<Outcome<Actor>> account,
      Function<Actor, String> name) {
    return answer(
        account,
        lack -> new ServiceLook(what, place, isUsed, Optional.empty(), Optional.of(lack)),
        actor ->
            new ServiceLook(what, place, isUsed, Optional.of(name.apply(actor)), Optional.empty()));
  }

  /** GitHub's logins of apps, as it writes them elsewhere. */
  private static String login(Actor actor) {
    return actor.isBot() && !actor.name().endsWith(BOT) ? actor.name() + BOT : actor.name();
  }

  private static <T> ServiceLook answer(
      Supplier<Outcome<T>> question,
      Function<Lack, ServiceLook> failed,
      Function<T, ServiceLook> done) {
    try {
      return switch (question.get()) {
        case Outcome.Done<T>(T value) -> done.apply(value);
        case Outcome.Failed<T>(Failure failure) ->
            failed.apply(
                new Lack(
                    FailureText.of(failure),
                    sentence(FailureText.advice(failure.kind())),
                    !failure.kind().mayPass()));
      };
    } catch (SignalboxException e) {
      // A key that is not there, or nothing that says where the service is.
      return failed.apply(
          new Lack(String.valueOf(e.getMessage()), sentence(String.join("; ", e.hints())), true));
    }
  }

  private static String sentence(String text) {
    return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
