package dev.signalbox.feedback.github;

import dev.signalbox.feedback.BotRemark;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.PromptBlocks;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Words;
import java.util.Optional;

/** Words of people and bots as content. */
final class Remarked {
  private Remarked() {}

  static BotRemark remark(Speaker speaker, String text) {
    return BotRemark.of(speaker, text);
  }

  /**
   * What a comment or review says.
   *
   * @param result how it stands, by its state; not by its words
   * @param place empty: the one that the text names
   */
  static Content content(JsonView said, BotRemark remark, Result result, Optional<String> place) {
    String text = said.words("body");
    String title = Words.line(remark.title());
    return new Content(
        title.isEmpty() ? "(without words)" : title,
        Words.text(PromptBlocks.without(text)),
        remark.severity(),
        result,
        place.or(() -> remark.place().map(Words::line)),
        Words.url(said.text("html_url")),
        Optional.empty());
  }
}
