package dev.signalbox.report;

import dev.signalbox.view.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** The timeline as a picture: a row for each session, one for questions to a person. */
final class TimelineSvg {
  private static final int WIDTH = 1040;
  private static final int GUTTER = 96;
  private static final int ROW = 30;
  private static final int BAR = 18;
  private static final int AXIS = 26;
  private static final int TICKS_MAX = 8;

  /** Between two ticks, in seconds; beyond them days. */
  private static final List<Long> STEPS =
      List.of(1L, 2L, 5L, 10L, 30L, 60L, 120L, 300L, 600L, 1_800L, 3_600L, 7_200L, 21_600L);

  private static final long DAY = 86_400;

  private final Chronicle chronicle;
  private final Element svg;

  private TimelineSvg(Chronicle chronicle, Element svg) {
    this.chronicle = chronicle;
    this.svg = svg;
  }

  /** Appends the picture. */
  static void into(Element parent, Chronicle chronicle) {
    int height = AXIS + ROW * (chronicle.lanes().size() + 1);
    Element svg =
        parent
            .appendElement("svg")
            .attr("viewBox", "0 0 " + WIDTH + " " + height)
            .attr("role", "img")
            .attr("aria-label", "Timeline of the run; the tables below say the same in words");
    new TimelineSvg(chronicle, svg).draw(height);
  }

  private void draw(int height) {
    axis(height);
    int row = 0;
    for (Lane lane : chronicle.lanes()) {
      int top = AXIS + ROW * row;
      band(row, top, lane.session().value());
      lane.stretches().forEach(stretch -> bar(stretch, top));
      lane.merged().ifPresent(time -> mark(lane, time, top));
      row++;
    }
    int top = AXIS + ROW * row;
    band(row, top, "questions");
    chronicle.asked().forEach(asked -> question(asked, top));
  }

  private void axis(int height) {
    long step = step();
    for (long second = 0; second <= chronicle.length().toSeconds(); second += step) {
      double x = x(chronicle.from().plusSeconds(second));
      svg.appendElement("line")
          .addClass("grid")
          .attr("x1", number(x))
          .attr("x2", number(x))
          .attr("y1", Integer.toString(AXIS))
          .attr("y2", Integer.toString(height));
      svg.appendElement("text")
          .addClass("tick")
          .attr("x", number(x))
          .attr("y", Integer.toString(AXIS - 9))
          .attr("text-anchor", "middle")
          .text(Amounts.time(Duration.ofSeconds(second)).replace("m 00s", "m"));
    }
  }

  private long step() {
    long length = chronicle.length().toSeconds();
    return STEPS.stream()
        .filter(each -> length / each <= TICKS_MAX)
        .findFirst()
        .orElseGet(() -> DAY * (1 + length / DAY / TICKS_MAX));
  }

  private void band(int row, int top, String name) {
    if (row % 2 == 0) {
      // Below the grid, which is drawn first, so put before it.
      svg.prependElement("rect")
          .addClass("band")
          .attr("x", "0")
          .attr("y", Integer.toString(top))
          .attr("width", Integer.toString(WIDTH))
          .attr("height", Integer.toString(ROW));
    }
    svg.appendElement("text")
        .attr("x", "6")
        .attr("y", Integer.toString(top + ROW / 2 + 4))
        .text(name);
  }

  private void bar(Stretch stretch, int top) {
    String waits =
        stretch.waits().stream().map(each -> each.words()).collect(Collectors.joining(", "));
    rect(stretch.from(), stretch.until(), top, stretch.activity().word())
        .appendElement("title")
        .text(
            stretch.activity().title()
                + " "
                + Amounts.time(stretch.length())
                + (waits.isEmpty() ? "" : ", waits for " + waits));
  }

  private void question(Asked asked, int top) {
    Instant end = asked.closed().orElse(chronicle.until());
    rect(asked.opened(), end, top, Activity.DECIDING.word())
        .appendElement("title")
        .text(asked.gate().title() + ", open for " + Amounts.time(asked.open(chronicle.until())));
  }

  private Element rect(Instant from, Instant until, int top, String kind) {
    double start = x(from);
    return svg.appendElement("rect")
        .addClass(kind)
        .attr("x", number(start))
        .attr("y", Integer.toString(top + (ROW - BAR) / 2))
        .attr("width", number(Math.max(1, x(until) - start)))
        .attr("height", Integer.toString(BAR))
        .attr("rx", "2");
  }

  private void mark(Lane lane, Instant time, int top) {
    svg.appendElement("circle")
        .addClass("mark")
        .attr("cx", number(x(time)))
        .attr("cy", Integer.toString(top + ROW / 2))
        .attr("r", "5")
        .appendElement("title")
        .text(lane.session() + " merged");
  }

  private double x(Instant time) {
    long all = Math.max(1, chronicle.length().toMillis());
    long here = Duration.between(chronicle.from(), time).toMillis();
    return GUTTER + (WIDTH - GUTTER - 30.0) * here / all;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
