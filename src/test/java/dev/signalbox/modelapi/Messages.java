package dev.signalbox.modelapi;

import tools.jackson.databind.json.JsonMapper;

/** A call of the Messages API. */
record Messages(Conversation call, long cachedTokens) implements Speech {
  Messages(byte[] body) {
    this(new Conversation(JsonMapper.shared().readTree(body)), body.length / 4);
  }

  @Override
  public String whole(Reply.Said said) {
    return text(said).whole();
  }

  @Override
  public String stream(Reply.Said said) {
    return text(said).stream();
  }

  @Override
  public String error(Reply.Failed failed) {
    return MessageText.error(failed.type(), failed.message());
  }

  private MessageText text(Reply.Said said) {
    return new MessageText(call.model(), said, cachedTokens);
  }
}
