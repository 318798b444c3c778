package dev.signalbox.web;

import dev.signalbox.control.JsonText;
import dev.signalbox.report.Asked;
import dev.signalbox.report.Chronicle;
import dev.signalbox.report.Lane;
import dev.signalbox.report.Report;
import dev.signalbox.report.Section;
import dev.signalbox.report.Stretch;
import dev.signalbox.view.WaitedFor;

/** What happened when, and the tables of a report. */
final class TimelineJson {
  private TimelineJson() {}

  static String write(Report report) {
    Chronicle chronicle = report.chronicle();
    return JsonText.document(json -> {
      json.strings("summary", report.summary());
      json.text("from", chronicle.from().toString());
      json.text("until", chronicle.until().toString());
      json.array("lanes", chronicle.lanes(), lane -> json.object(() -> lane(json, lane)));
      json.array("asked", chronicle.asked(), asked -> json.object(() -> asked(json, asked)));
      json.array(
          "sections", report.sections(), section -> json.object(() -> section(json, section)));
    });
  }

  private static void lane(JsonText json, Lane lane) {
    json.text("session", lane.session().value());
    json.array("stretches", lane.stretches(), stretch -> json.object(() -> stretch(json, stretch)));
    json.text("merged", lane.merged().map(Object::toString));
  }

  private static void stretch(JsonText json, Stretch stretch) {
    json.text("activity", stretch.activity().title());
    json.strings("waits", stretch.waits().stream().map(WaitedFor::words).toList());
    json.text("from", stretch.from().toString());
    json.text("until", stretch.until().toString());
  }

  private static void asked(JsonText json, Asked asked) {
    json.text("gate", asked.gate().id().toString());
    json.text("kind", asked.gate().kind().word());
    json.text("title", asked.gate().title());
    json.text("opened", asked.opened().toString());
    json.text("closed", asked.closed().map(Object::toString));
    json.text("who", asked.answer().map(Asked.Answer::who));
    json.text("answer", asked.answer().map(Asked.Answer::words));
  }

  private static void section(JsonText json, Section section) {
    json.text("title", section.title());
    json.text("remark", section.remark());
    json.strings("titles", section.table().titles());
    json.array(
        "rows", section.table().rows(), row -> json.object(() -> json.strings("cells", row)));
  }
}
