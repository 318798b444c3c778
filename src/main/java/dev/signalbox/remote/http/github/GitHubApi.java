package dev.signalbox.remote.http.github;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.http.JsonAnswer;
import dev.signalbox.remote.http.JsonRequest;
import dev.signalbox.remote.http.JsonService;
import dev.signalbox.remote.http.Pace;
import dev.signalbox.remote.http.RequestBudget;
import dev.signalbox.remote.http.ServiceAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One repository's part of GitHub's REST and GraphQL interfaces. Every read is conditional: what
 * did not change is answered without a body, and GitHub does not count it.
 *
 * <p>Safe for several threads; nothing is sent but what a method says.
 */
public final class GitHubApi {
  /** Where GitHub itself is. */
  public static final ServiceAddress PUBLIC =
      new ServiceAddress(URI.create("https://api.github.com"));

  private static final int UNCHANGED = 304;

  /** The last version whose pull requests say which commit merged them (docs/adr/0017). */
  private static final List<JsonRequest.Header> HEADERS =
      List.of(
          new JsonRequest.Header("Accept", "application/vnd.github+json"),
          new JsonRequest.Header("X-GitHub-Api-Version", "2022-11-28"),
          new JsonRequest.Header("User-Agent", "signalbox"));

  private static final Pattern NEXT = Pattern.compile("<([^<>]+)>;\\s*rel=\"next\"");

  private final JsonService service;
  private final GitHubRepository repository;
  private final KnownAnswers known = new KnownAnswers();

  /** Where our own comments are, by what they are about and their key. */
  private final Map<String, String> written = new ConcurrentHashMap<>();

  private volatile Optional<Self> self = Optional.empty();

  /** The interface for one repository. */
  public GitHubApi(JsonService service, GitHubRepository repository) {
    this.service = service;
    this.repository = repository;
  }

  /**
   * The service that a {@code GitHubApi} needs.
   *
   * @param token asked for each request
   */
  public static JsonService service(
      ServiceAddress address, Supplier<String> token, RequestBudget budget, Pace pace) {
    Supplier<String> authorization = () -> "Bearer " + token.get();
    return new JsonService(
        new JsonService.Account(address, authorization, HEADERS), new GitHubRules(), budget, pace);
  }

  /** The repository. */
  public GitHubRepository repository() {
    return repository;
  }

  /** Reads something in the repository, such as {@code /pulls/12}. */
  public Outcome<JsonNode> get(String purpose, String below) {
    return page(purpose, repository.path(below)).map(KnownAnswers.Known::body);
  }

  /** All things of a list in the repository, over all its pages. */
  public Outcome<List<JsonNode>> list(String purpose, String below) {
    return list(purpose, below, "", Limits.GITHUB_PAGES_MAX);
  }

  /**
   * Things of a list.
   *
   * @param below with its query
   * @param name of the list within the answer; empty where the answer is the list
   * @param pagesMax after which no more are read; {@link Limits#GITHUB_PAGES_MAX} is a failure
   */
  public Outcome<List<JsonNode>> list(String purpose, String below, String name, int pagesMax) {
    List<JsonNode> all = new ArrayList<>();
    Optional<String> next = Optional.of(repository.path(below));
    for (int page = 0; next.isPresent() && page < pagesMax; page++) {
      switch (page(purpose, next.get())) {
        case Outcome.Failed<KnownAnswers.Known>(Failure failure) -> {
          return new Outcome.Failed<>(failure);
        }
        case Outcome.Done<KnownAnswers.Known>(KnownAnswers.Known found) -> {
          JsonNode items = name.isEmpty() ? found.body() : found.body().path(name);
          items.forEach(all::add);
          next = found.next();
        }
      }
    }
    if (next.isPresent() && pagesMax == Limits.GITHUB_PAGES_MAX) {
      String reason = "expected at most %d pages, found more".formatted(pagesMax);
      return new Outcome.Failed<>(Failure.of(Kind.REFUSED, reason));
    }
    return new Outcome.Done<>(all);
  }

  private Outcome<KnownAnswers.Known> page(String purpose, String target) {
    Optional<KnownAnswers.Known> before = known.of(target);
    JsonRequest plain = JsonRequest.get(purpose, target);
    JsonRequest request =
        before.map(answer -> plain.with("If-None-Match", answer.tag())).orElse(plain);
    return seen(service.send(request))
        .map(answer ->
            answer.status() == UNCHANGED && before.isPresent()
                ? before.get()
                : remember(target, answer));
  }

  private KnownAnswers.Known remember(String target, JsonAnswer answer) {
    Optional<String> next = answer.header("link").flatMap(GitHubApi::nextIn);
    answer.header("etag").ifPresent(tag -> known.keep(target, tag, answer.body(), next));
    return new KnownAnswers.Known("", answer.body(), next, 0);
  }

  private static Optional<String> nextIn(String link) {
    Matcher found = NEXT.matcher(link);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** Where comments of ours are that were read or written: they need not be looked for again. */
  Map<String, String> written() {
    return written;
  }

  /** Changes something; sent again where nobody knows whether it was done. */
  public Outcome<JsonNode> change(String purpose, String method, String below, JsonNode body) {
    return seen(service.send(JsonRequest.send(purpose, method, repository.path(below), body)))
        .map(JsonAnswer::body);
  }

  /** Makes something new; sent once, since GitHub would make another. */
  public Outcome<JsonNode> make(String purpose, String below, JsonNode body) {
    return seen(service.send(
            JsonRequest.send(purpose, "POST", repository.path(below), body).once()))
        .map(JsonAnswer::body);
  }

  /** Removes something. */
  public Outcome<JsonNode> remove(String purpose, String below) {
    return seen(service.send(
            new JsonRequest(
                purpose, "DELETE", repository.path(below), List.of(), Optional.empty(), true)))
        .map(JsonAnswer::body);
  }

  /** Asks GraphQL; what is there under {@code data}. */
  public Outcome<JsonNode> ask(String purpose, String document, ObjectNode variables) {
    ObjectNode body = GitHubJson.object();
    body.put("query", document);
    body.set("variables", variables);
    return service
        .send(JsonRequest.send(purpose, "POST", "/graphql", body))
        .map(answer -> answer.body().path("data"));
  }

  /**
   * The account that the token belongs to: whose marks are ours.
   *
   * @param login with {@code [bot]} for an app
   */
  public record Self(long id, String login) {}

  /** As whom we write; asked once. */
  public Outcome<Self> self() {
    Optional<Self> before = self;
    return before.isPresent()
        ? new Outcome.Done<>(before.get())
        : OnBehalf.shared(
                () -> ask("self", "query { viewer { databaseId login } }", GitHubJson.object()))
            .then(data -> GitHubJson.read(data.path("viewer"), GitHubApi::self))
            .map(found -> {
              self = Optional.of(found);
              return found;
            });
  }

  private static Self self(JsonNode viewer) {
    return new Self(GitHubJson.number(viewer, "databaseId"), GitHubJson.text(viewer, "login"));
  }

  /**
   * GitHub says "absent" of a whole repository that the token may not see. Only where the
   * repository is there, an absent thing is absent.
   */
  private Outcome<JsonAnswer> seen(Outcome<JsonAnswer> outcome) {
    if (!(outcome instanceof Outcome.Failed<JsonAnswer>(Failure failure))
        || failure.kind() != Kind.ABSENT) {
      return outcome;
    }
    Outcome<JsonAnswer> whole = service.send(JsonRequest.get("repository", repository.path("")));
    return switch (whole) {
      case Outcome.Done<JsonAnswer> _ -> outcome;
      case Outcome.Failed<JsonAnswer>(Failure why) when why.kind() == Kind.ABSENT ->
          new Outcome.Failed<>(Failure.of(Kind.FORBIDDEN, hidden()));
      case Outcome.Failed<JsonAnswer> failed -> failed;
    };
  }

  private String hidden() {
    return "expected GitHub to show the repository %s to this token, found that it does not"
        .formatted(repository);
  }
}
