package dev.signalbox.log;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * What libraries, such as the web server, have to say, by SLF4J: warnings and errors go to the log
 * of this process's engine. Where there is no engine, and below a warning, nobody hears it: stdout
 * may be a protocol, and stderr is for people.
 */
public final class LibraryLog implements SLF4JServiceProvider {
  private static volatile Optional<EngineLog> listener = Optional.empty();

  private final ConcurrentMap<String, LibraryLogger> loggers = new ConcurrentHashMap<>();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter context = new NOPMDCAdapter();

  /** From now on the log of an engine has it, until {@link #leave}. */
  public static void reach(EngineLog log) {
    listener = Optional.of(log);
  }

  /** Nobody hears it any more. */
  public static void leave() {
    listener = Optional.empty();
  }

  static boolean isHeard() {
    return listener.isPresent();
  }

  static void say(LogLevel level, String words) {
    listener.ifPresent(log -> log.say(level, "library", words));
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> loggers.computeIfAbsent(name, LibraryLogger::new);
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return context;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0";
  }

  @Override
  public void initialize() {
    // Everything is there.
  }
}
