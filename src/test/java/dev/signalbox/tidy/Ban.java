package dev.signalbox.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Something that code may not name, and what to use in its place.
 *
 * @param names as {@code Type.member}, {@code new Type} or {@code @Annotation}; comments and
 *     strings may hold them
 * @param where the files that the ban is about
 * @param instead an imperative: what to do
 */
record Ban(Set<String> names, Predicate<JavaSource> where, String instead) {
  static final List<Ban> ALL =
      List.of(
          new Ban(
              Set.of(
                  "Clock.systemDefaultZone",
                  "Clock.systemUTC",
                  "Instant.now",
                  "LocalDate.now",
                  "LocalDateTime.now",
                  "OffsetDateTime.now",
                  "System.currentTimeMillis",
                  "System.nanoTime",
                  "ZonedDateTime.now"),
              Ban::isPure,
              "take the time as a parameter: the core has no clock"),
          new Ban(
              Set.of(
                  "Math.random",
                  "ThreadLocalRandom.current",
                  "UUID.randomUUID",
                  "new Random",
                  "new SecureRandom",
                  "new SplittableRandom"),
              Ban::isPure,
              "count ids up from what is there, or take the value as a parameter"),
          new Ban(
              Set.of("System.getenv", "System.getProperty"),
              Ban::isPure,
              "take the setting as a parameter: the core has no environment"),
          new Ban(
              Set.of("System.err", "System.out"),
              Ban::isBelowTheSurface,
              "return a value and let cli print it: stdout belongs to the surfaces"),
          new Ban(
              Set.of("Thread.sleep", "SECONDS.sleep", "MILLISECONDS.sleep"),
              source -> true,
              "wait for a signal that has a name: a latch, a future, the end of a process"),
          new Ban(
              Set.of("@Disabled"),
              source -> true,
              "mend the test or delete it; if only the environment lacks something, say what with"
                  + " Assumptions.assumeTrue(condition, reason)"));

  /** Every use of something banned, as {@code path:line: found X: do Y}. */
  static List<String> findIn(JavaSource source) {
    List<String> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        check(tree, lastWord(tree.getExpression()) + "." + tree.getIdentifier());
        return super.visitMemberSelect(tree, null);
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
        check(tree, lastWord(tree.getQualifierExpression()) + "." + tree.getName());
        return super.visitMemberReference(tree, null);
      }

      @Override
      public Void visitNewClass(NewClassTree tree, Void unused) {
        check(tree, "new " + lastWord(tree.getIdentifier()));
        return super.visitNewClass(tree, null);
      }

      @Override
      public Void visitAnnotation(AnnotationTree tree, Void unused) {
        check(tree, "@" + lastWord(tree.getAnnotationType()));
        return super.visitAnnotation(tree, null);
      }

      private void check(Tree tree, String name) {
        for (Ban ban : ALL) {
          if (ban.names.contains(name) && ban.where.test(source)) {
            found.add(
                source.path() + ":" + source.lineOf(tree) + ": found " + name + ": " + ban.instead);
          }
        }
      }
    }.scan(source.unit(), null);
    return found;
  }

  private static boolean isPure(JavaSource source) {
    return source.isMain() && Layers.isPure(source.packageName());
  }

  private static boolean isBelowTheSurface(JavaSource source) {
    return source.isMain() && !Layers.mayPrint(source.packageName());
  }

  private static String lastWord(Tree tree) {
    return switch (tree) {
      case IdentifierTree identifier -> identifier.getName().toString();
      case MemberSelectTree select -> select.getIdentifier().toString();
      default -> "";
    };
  }
}
