package dev.signalbox.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One Java file, parsed by the JDK's own compiler but not attributed: names are as written.
 *
 * @param path from the root of the repository
 */
record JavaSource(String path, String text, CompilationUnitTree unit, SourcePositions positions) {

  /** This repository's Java files, main and test, parsed once, in the order of their paths. */
  static final List<JavaSource> ALL = parse(javaFilesOf(Repository.THIS));

  static List<JavaSource> main() {
    return ALL.stream().filter(JavaSource::isMain).toList();
  }

  /** Parses files given by path. A syntax error is the compiler's business, not ours. */
  static List<JavaSource> parse(Map<String, String> texts) {
    List<JavaFileObject> files = new ArrayList<>();
    texts.forEach((path, text) -> files.add(new Source(path, text)));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, problem -> {}, List.of("-proc:none"), null, files);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    List<JavaSource> sources = new ArrayList<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        // The compiler wraps the file objects it was given; their address comes back unchanged.
        String path = unit.getSourceFile().toUri().getPath().substring(1);
        sources.add(new JavaSource(path, texts.getOrDefault(path, ""), unit, positions));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  boolean isMain() {
    return path.startsWith("src/main/");
  }

  /** The file's package, from {@code package}; empty without one. */
  String packageName() {
    return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
  }

  int lineOf(Tree tree) {
    return line(positions.getStartPosition(unit, tree));
  }

  /**
   * The number of lines of a method, from its last modifier to its end: annotations may be data.
   */
  int linesOf(MethodTree method) {
    long modifiers = positions.getEndPosition(unit, method.getModifiers());
    long start = Math.max(modifiers, positions.getStartPosition(unit, method));
    return line(positions.getEndPosition(unit, method)) - line(start) + 1;
  }

  private int line(long position) {
    return (int) unit.getLineMap().getLineNumber(position);
  }

  private static Map<String, String> javaFilesOf(Repository repository) {
    Map<String, String> files = new TreeMap<>(repository.texts());
    files.keySet().removeIf(path -> !path.startsWith("src/") || !path.endsWith(".java"));
    return files;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
