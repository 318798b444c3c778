package dev.signalbox.report;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/**
 * A report as one page without scripts that loads nothing: it can be kept, sent and opened
 * anywhere. Everything of a plan or an agent is set as text, so that none of it is markup.
 */
public final class ReportHtml {
  /** Should anything get in all the same, a browser loads and runs none of it. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private ReportHtml() {}

  /** The page. */
  public static String page(Report report) {
    Document page = Document.createShell("");
    page.prependChild(new DocumentType("html", "", ""));
    page.selectXpath("/html").attr("lang", "en");
    head(page.head(), report.title());
    Element main = page.body().appendElement("main");
    main.appendElement("h1").text(report.title());
    Element summary = main.appendElement("ul").addClass("summary");
    report.summary().forEach(sentence -> summary.appendElement("li").text(sentence));
    timeline(main, report.chronicle());
    report.sections().forEach(section -> section(main, section));
    page.outputSettings().prettyPrint(false);
    return page.outerHtml() + "\n";
  }

  private static void head(Element head, String title) {
    head.appendElement("meta").attr("charset", "utf-8");
    head.appendElement("meta")
        .attr("http-equiv", "Content-Security-Policy")
        .attr("content", POLICY);
    head.appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width, initial-scale=1");
    head.appendElement("title").text(title + " - Signalbox");
    head.appendElement("style").appendText(ReportStyle.SHEET);
  }

  private static void timeline(Element main, Chronicle chronicle) {
    main.appendElement("h2").text("Timeline");
    Element figure = main.appendElement("figure");
    TimelineSvg.into(figure, chronicle);
    Element legend = figure.appendElement("figcaption");
    for (Activity activity : Activity.values()) {
      Element entry = legend.appendElement("span").addClass("key");
      entry.appendElement("i").addClass(activity.word());
      entry.appendText(activity.title());
    }
    Element entry = legend.appendElement("span").addClass("key");
    entry.appendElement("i").addClass("mark");
    entry.appendText("merged");
  }

  private static void section(Element main, Section section) {
    main.appendElement("h2").text(section.title());
    main.appendElement("p").text(section.remark());
    if (section.table().rows().isEmpty()) {
      return;
    }
    Element table = main.appendElement("div").addClass("wide").appendElement("table");
    row(table.appendElement("thead"), "th", section.table().titles());
    Element body = table.appendElement("tbody");
    section.table().rows().forEach(cells -> row(body, "td", cells));
  }

  private static void row(Element table, String tag, List<String> cells) {
    Element row = table.appendElement("tr");
    cells.forEach(cell -> row.appendElement(tag).text(cell));
  }
}
