package dev.signalbox.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names that say nothing about what is inside: a type or package is named after what it is. */
final class NameRule {
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "common", "helper", "helpers", "impl", "manager", "managers", "util", "utility", "utils");

  private NameRule() {}

  /** Every empty name of a type or package, and every wildcard import. */
  static List<String> findIn(JavaSource source) {
    List<String> found = new ArrayList<>();
    for (String word : source.packageName().split("\\.", -1)) {
      if (EMPTY_WORDS.contains(word)) {
        found.add(source.path() + ":1: found a package called " + word + ": name what is in it");
      }
    }
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree tree, Void unused) {
        String name = tree.getSimpleName().toString();
        if (hasEmptyWord(name)) {
          found.add(at(source.lineOf(tree)) + name + ": name what it is, or what it does");
        }
        return super.visitClass(tree, null);
      }

      @Override
      public Void visitImport(ImportTree tree, Void unused) {
        if (tree.getQualifiedIdentifier().toString().endsWith(".*")) {
          found.add(at(source.lineOf(tree)) + "a wildcard import: import each type");
        }
        return null;
      }

      private String at(int line) {
        return source.path() + ":" + line + ": found ";
      }
    }.scan(source.unit(), null);
    return found;
  }

  /** Whether a word of a camel-case name is empty; "common" is so only where no noun follows. */
  private static boolean hasEmptyWord(String name) {
    String[] words = name.split("(?=[A-Z])", -1);
    for (int i = 0; i < words.length; i++) {
      String word = words[i].toLowerCase(Locale.ROOT);
      if (EMPTY_WORDS.contains(word) && !(word.equals("common") && i < words.length - 1)) {
        return true;
      }
    }
    return false;
  }
}
