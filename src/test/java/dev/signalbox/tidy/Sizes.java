package dev.signalbox.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * How long a file is, and what is in it.
 *
 * @param lines of the file
 * @param methods with a body or without, constructors too
 * @param makers the constructors and records
 */
record Sizes(int lines, List<Part> methods, List<Part> makers) {

  /**
   * A method, constructor or record.
   *
   * @param place as {@code path:line: name}
   * @param size lines of a method; parameters of a constructor; components of a record
   */
  record Part(String place, int size) {}

  static Sizes of(JavaSource source) {
    List<Part> methods = new ArrayList<>();
    List<Part> makers = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree tree, Void unused) {
        String name = tree.getName().toString();
        methods.add(part(tree, name, source.linesOf(tree)));
        if (name.equals("<init>")) {
          makers.add(part(tree, "constructor", tree.getParameters().size()));
        }
        return super.visitMethod(tree, null);
      }

      @Override
      public Void visitClass(ClassTree tree, Void unused) {
        if (tree.getKind() == Tree.Kind.RECORD) {
          makers.add(part(tree, tree.getSimpleName().toString(), componentsOf(tree)));
        }
        return super.visitClass(tree, null);
      }

      private Part part(Tree tree, String name, int size) {
        return new Part(source.path() + ":" + source.lineOf(tree) + ": " + name, size);
      }
    }.scan(source.unit(), null);
    return new Sizes((int) source.text().lines().count(), methods, makers);
  }

  /** A record has no fields but its components and static ones. */
  private static int componentsOf(ClassTree tree) {
    return (int)
        tree.getMembers().stream()
            .filter(VariableTree.class::isInstance)
            .map(VariableTree.class::cast)
            .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
            .count();
  }
}
