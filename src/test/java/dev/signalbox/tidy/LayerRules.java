package dev.signalbox.tidy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The walls between packages, as functions from compiled classes to what breaks them. */
final class LayerRules {
  /** Whole packages that policy may not use, with those below them. */
  private static final List<String> IMPURE_PACKAGES =
      List.of(
          "java.io",
          "java.net",
          "java.nio.channels",
          "java.nio.file",
          "java.util.concurrent",
          "picocli");

  private static final Set<String> IMPURE_TYPES =
      Set.of(
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Runtime",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.security.SecureRandom",
          "java.time.Clock",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.Timer");

  private LayerRules() {}

  /** Packages that {@link Layers#TOP_FIRST} does not place. */
  static Set<String> unplaced(JavaClasses classes) {
    Set<String> packages = new TreeSet<>();
    for (JavaClass type : classes) {
      if (Layers.rowOf(type.getPackageName()) < 0) {
        packages.add(type.getPackageName());
      }
    }
    return packages;
  }

  /** Uses of a package that is not in a lower row. */
  static List<String> upward(JavaClasses classes) {
    return find(
        classes,
        use -> {
          String from = use.getOriginClass().getPackageName();
          String to = use.getTargetClass().getPackageName();
          // An adapter sees its port, and what lies deeper all above it.
          boolean withinAPort = from.startsWith(to + ".");
          return isOurs(to)
              && !from.equals(to)
              && !withinAPort
              && Layers.rowOf(from) >= Layers.rowOf(to);
        });
  }

  /** Uses of an adapter, or of a reader of a plan format, by anything but itself and the wiring. */
  static List<String> adapterNamed(JavaClasses classes) {
    return find(
        classes,
        use -> {
          String from = use.getOriginClass().getPackageName();
          String to = use.getTargetClass().getPackageName();
          return isOurs(to)
              && Layers.isAdapter(to)
              && !from.equals(to)
              && !from.equals(Layers.ROOT + "." + Layers.WIRING);
        });
  }

  /** Uses by policy of what does input or output, tells the time, throws dice or runs threads. */
  static List<String> impure(JavaClasses classes) {
    return find(
        classes,
        use ->
            Layers.isPure(use.getOriginClass().getPackageName())
                && isImpure(use.getTargetClass().getBaseComponentType()));
  }

  private static boolean isImpure(JavaClass type) {
    String name = type.getName();
    String packageName = type.getPackageName();
    if (isOurs(packageName)) {
      return Layers.isShell(packageName);
    }
    return IMPURE_TYPES.contains(name)
        || (!name.equals("java.io.Serializable")
            && IMPURE_PACKAGES.stream().anyMatch(p -> (packageName + ".").startsWith(p + ".")));
  }

  private static boolean isOurs(String packageName) {
    return (packageName + ".").startsWith(Layers.ROOT + ".");
  }

  /** One line for each pair of types, however often one uses the other. */
  private static List<String> find(JavaClasses classes, Predicate<Dependency> broken) {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      for (Dependency use : type.getDirectDependenciesFromSelf()) {
        if (broken.test(use)) {
          found.add(type.getName() + " uses " + use.getTargetClass().getName());
        }
      }
    }
    return List.copyOf(found);
  }
}
