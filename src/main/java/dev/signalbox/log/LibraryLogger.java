package dev.signalbox.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.FormattingTuple;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** One place in a library that has something to say. */
final class LibraryLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;

  LibraryLogger(String place) {
    this.name = place;
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String pattern,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    FormattingTuple said = MessageFormatter.arrayFormat(pattern, arguments, failure);
    String words = name + ": " + said.getMessage();
    Throwable cause = said.getThrowable();
    LibraryLog.say(
        level == Level.ERROR ? LogLevel.ERROR : LogLevel.WARN,
        cause == null ? words : words + ": " + cause);
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return false;
  }

  @Override
  public boolean isWarnEnabled() {
    return LibraryLog.isHeard();
  }

  @Override
  public boolean isErrorEnabled() {
    return LibraryLog.isHeard();
  }
}
