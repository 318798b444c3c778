package dev.signalbox.review;

import dev.signalbox.plan.IssueId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The shorthand of decisions: {@code agree all except C2, I3} or {@code agree C1-C3: words,
 * override I2: reason, defer I3 to SHOP-456, reject N1: reason}; and {@code split C2}, {@code join
 * C1 I3}. Commas list, hyphens range. {@code all} means every row without a decision. All problems
 * are told at once, and then nothing is done.
 */
public final class OrderReader {
  /** A clause begins with a verb that rows follow, at the start or after a comma or semicolon. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?:^|[,;\\n])\\s*(?<verb>agree|override|defer|reject|split|join)(?:ed|d)?\\s+"
              + "(?=all\\b|[A-Z]\\d)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RANGE =
      Pattern.compile("([CIN])(\\d{1,4})\\s*-\\s*([CIN]?)(\\d{1,4})", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXCEPT =
      Pattern.compile("all(?:\\s+(?:except|but)\\s+(.+))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern TO = Pattern.compile("\\s+to\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern GAP = Pattern.compile("[,\\s]+");
  private static final String EXPECTED =
      "expected a clause such as agree C1-C3, agree all except I2, override I2: reason, defer I3 to"
          + " ISSUE-1, reject N1: reason, split C2 or join C1 I3";

  private final ReviewRecord record;
  private final String text;
  private final List<RecordOrder> orders = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<RowId> named = new LinkedHashSet<>();

  private OrderReader(ReviewRecord record, String text) {
    this.record = record;
    this.text = text;
  }

  private record Clause(String verb, int at, String rest, int restAt) {}

  /** Reads a person's words about that record. */
  public static OrderReading read(ReviewRecord record, String text) {
    OrderReader reader = new OrderReader(record, text);
    reader.read();
    return new OrderReading(reader.problems.isEmpty() ? reader.orders : List.of(), reader.problems);
  }

  private void read() {
    List<Clause> clauses = clauses();
    if (clauses.isEmpty()) {
      tell(0, EXPECTED + "; found " + quoted(text.strip()));
      return;
    }
    // What is named counts before what "all" leaves, wherever it stands.
    List<Clause> all = clauses.stream().filter(OrderReader::isAboutAll).toList();
    clauses.stream().filter(each -> !all.contains(each)).forEach(this::read);
    all.forEach(this::read);
    if (all.size() > 1) {
      tell(all.get(1).at(), "expected \"all\" once, found it again");
    }
  }

  private static boolean isAboutAll(Clause clause) {
    return clause.rest().toLowerCase(Locale.ROOT).startsWith("all");
  }

  private List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>();
    Matcher matcher = CLAUSE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (clauses.isEmpty() && !text.substring(0, matcher.start()).isBlank()) {
        tell(0, EXPECTED + "; found " + quoted(text.substring(0, matcher.start()).strip()));
      }
      closeLast(clauses, matcher.start());
      end = matcher.end();
      clauses.add(
          new Clause(
              matcher.group("verb").toLowerCase(Locale.ROOT), matcher.start("verb"), "", end));
    }
    closeLast(clauses, text.length());
    return clauses;
  }

  private void closeLast(List<Clause> clauses, int end) {
    if (!clauses.isEmpty()) {
      Clause last = clauses.removeLast();
      String rest = text.substring(last.restAt(), end).strip();
      clauses.add(new Clause(last.verb(), last.at(), rest, last.restAt()));
    }
  }

  private void read(Clause clause) {
    switch (clause.verb()) {
      case "agree" -> agreed(clause);
      case "override" -> withReason(clause, RowDecision.Overridden::new);
      case "reject" -> withReason(clause, RowDecision.Rejected::new);
      case "defer" -> deferred(clause);
      case "split" -> split(clause);
      default -> join(clause);
    }
  }

  /** Words after a colon are for those who deal with it. */
  private void agreed(Clause clause) {
    int colon = clause.rest().indexOf(':');
    String words = colon < 0 ? "" : clause.rest().substring(colon + 1).strip();
    String rows = colon < 0 ? clause.rest() : clause.rest().substring(0, colon);
    Optional<String> said = Optional.of(words).filter(each -> !each.isEmpty());
    decide(clause, rows, Optional.of(new RowDecision.Agreed(said)));
  }

  private interface WithReason {
    RowDecision of(String reason);
  }

  private void withReason(Clause clause, WithReason decision) {
    int colon = clause.rest().indexOf(':');
    String reason = colon < 0 ? "" : clause.rest().substring(colon + 1).strip();
    String rows = colon < 0 ? clause.rest() : clause.rest().substring(0, colon);
    if (reason.isEmpty()) {
      tell(
          clause.at(),
          "expected a reason after a colon, as in %s %s: reason; found none"
              .formatted(clause.verb(), rows.strip()));
    }
    decide(clause, rows, Optional.of(decision.of(reason)));
  }

  private void deferred(Clause clause) {
    String[] parts = TO.split(clause.rest(), 2);
    Optional<RowDecision> decision = Optional.empty();
    if (parts.length < 2) {
      tell(clause.at(), "expected an issue, as in defer I3 to ISSUE-1; found none");
    } else if (!IssueId.isValid(parts[1].strip())) {
      tell(clause.at(), "expected an issue after \"to\", found " + quoted(parts[1].strip()));
    } else {
      decision = Optional.of(new RowDecision.Deferred(new IssueId(parts[1].strip())));
    }
    decide(clause, parts[0], decision);
  }

  private void decide(Clause clause, String words, Optional<RowDecision> decision) {
    List<RowId> rows = rows(clause, words);
    for (RowId id : rows) {
      if (!named.add(id)) {
        tell(clause.at(), "expected one decision about " + id + ", found another before");
      }
    }
    decision.ifPresent(it -> orders.add(new RecordOrder.Decide(rows, it)));
  }

  private List<RowId> rows(Clause clause, String words) {
    Matcher all = EXCEPT.matcher(words.strip());
    if (!all.matches()) {
      return listed(clause, words);
    }
    List<RowId> except = all.group(1) == null ? List.of() : listed(clause, all.group(1));
    return matching(
        row -> row.ruling().isEmpty() && !except.contains(row.id()) && !named.contains(row.id()));
  }

  private List<RowId> matching(Predicate<Row> which) {
    return record.rows().stream().filter(which).map(Row::id).toList();
  }

  private List<RowId> listed(Clause clause, String words) {
    List<RowId> ids = new ArrayList<>();
    for (String word : GAP.splitAsStream(words.replaceAll("\\s*-\\s*", "-")).toList()) {
      if (word.isEmpty() || word.equalsIgnoreCase("and")) {
        continue;
      }
      Matcher range = RANGE.matcher(word);
      if (range.matches()) {
        ids.addAll(range(clause, range));
      } else {
        RowId.of(word)
            .filter(id -> record.row(id).isPresent())
            .ifPresentOrElse(ids::add, () -> unknown(clause, word));
      }
    }
    return ids;
  }

  private List<RowId> range(Clause clause, Matcher range) {
    String letter = range.group(1).toUpperCase(Locale.ROOT);
    boolean isOneLetter = range.group(3).isEmpty() || range.group(3).equalsIgnoreCase(letter);
    int first = Integer.parseInt(range.group(2));
    int last = Integer.parseInt(range.group(4));
    if (!isOneLetter || first > last) {
      tell(
          clause.at(),
          "expected a range of one letter with the lower number first, found "
              + quoted(range.group()));
      return List.of();
    }
    List<RowId> ids = new ArrayList<>();
    for (int number = first; number <= last; number++) {
      String word = letter + number;
      Optional<RowId> id = RowId.of(word).filter(each -> record.row(each).isPresent());
      if (id.isEmpty()) {
        unknown(clause, word);
        return List.of();
      }
      ids.add(id.get());
    }
    return ids;
  }

  private void split(Clause clause) {
    for (RowId id : listed(clause, clause.rest())) {
      if (record.row(id).orElseThrow().said().size() < 2) {
        tell(clause.at(), "expected findings of several reviewers in " + id + ", found one");
      } else {
        orders.add(new RecordOrder.Split(id));
      }
    }
  }

  private void join(Clause clause) {
    List<RowId> ids = listed(clause, clause.rest());
    if (ids.size() != 2) {
      tell(clause.at(), "expected two rows, as in join C1 I3; found " + ids.size());
      return;
    }
    record
        .obstacle(ids.get(0), ids.get(1))
        .ifPresentOrElse(
            why -> tell(clause.at(), why),
            () -> orders.add(new RecordOrder.Join(ids.get(0), ids.get(1))));
  }

  private void unknown(Clause clause, String word) {
    String known =
        record.rows().stream().map(row -> row.id().toString()).collect(Collectors.joining(", "));
    tell(
        clause.at(),
        "expected one of %s, found %s"
            .formatted(known.isEmpty() ? "no rows" : known, quoted(word)));
  }

  private void tell(int at, String problem) {
    problems.add("column " + (at + 1) + ": " + problem);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
