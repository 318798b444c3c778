package dev.signalbox.plan.gsd;

/**
 * The plans that GSD executes together, wave by wave: those of one phase in one folder.
 *
 * @param folder may be empty
 * @param phase the phase's number, or empty
 */
record PhaseGroup(String folder, String phase) {

  /** For people: {@code 19-settings}, or {@code phase 19} where no folder is known. */
  String title() {
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    return name.isEmpty() ? ("phase " + phase).strip() : name;
  }
}
