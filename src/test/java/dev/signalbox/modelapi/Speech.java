package dev.signalbox.modelapi;

/** One call of a service, and how that service writes its answers. */
interface Speech {
  /** What was said so far. */
  Conversation call();

  /** What a call on the side is answered, for a title or the like. */
  default String aside() {
    return "A short title";
  }

  String whole(Reply.Said said);

  /** As server-sent events. */
  String stream(Reply.Said said);

  String error(Reply.Failed failed);
}
