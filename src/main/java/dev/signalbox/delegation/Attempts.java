package dev.signalbox.delegation;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.SessionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was seen of the attempts of sessions, a folder each.
 *
 * @param root the folder of all of them
 */
record Attempts(Path root) {
  private static final Pattern NAME = Pattern.compile("attempt-([1-9][0-9]{0,8})");

  Path folder(AttemptKey attempt) {
    return root.resolve(attempt.toString());
  }

  WatchLog log(AttemptKey attempt) {
    return new WatchLog(folder(attempt));
  }

  /** The attempts of a session of which anything was seen, in order. One may leave no trace. */
  List<AttemptKey> of(SessionKey session) {
    Path folder = root.resolve(session.toString());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> names = Files.list(folder)) {
      return names
          .map(path -> NAME.matcher(path.getFileName().toString()))
          .filter(Matcher::matches)
          .map(name -> new AttemptKey(session, Integer.parseInt(name.group(1))))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.AGENT_FOLDER_FAILED,
          folder + ": expected to read it, found " + e,
          List.of("give this user the right to read there"),
          e);
    }
  }

  /** What was seen of the attempts before one, a list each, in order. */
  List<List<WatchEvent>> before(AttemptKey attempt) {
    return of(attempt.session()).stream()
        .filter(each -> each.number() < attempt.number())
        .map(each -> log(each).events())
        .toList();
  }
}
