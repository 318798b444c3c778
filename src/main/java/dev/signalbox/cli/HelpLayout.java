package dev.signalbox.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How help looks: the list of commands by what a person wants to do, and a blank line between what
 * a command is for and what it takes.
 */
final class HelpLayout {
  private record Group(String title, List<String> commands) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group("Plan", List.of("init", "check", "explain", "prompt", "publish")),
          new Group(
              "Run and look",
              List.of("dispatch", "watch", "status", "sessions", "dashboard", "log", "attach")),
          new Group("Decide", List.of("inbox", "approve", "reject", "answer", "revise")),
          new Group("Step in", List.of("tell", "takeover", "retry", "cancel")),
          new Group("Afterwards", List.of("report", "reviews", "feedback", "clean")),
          new Group("Around it", List.of("doctor", "demo", "serve", "mcp", "completion")));

  private HelpLayout() {}

  /** Lays the help of a command line and of its commands out. */
  static void set(CommandLine whole) {
    whole.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpLayout::list);
    whole.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
    for (CommandLine command : whole.getSubcommands().values()) {
      UsageMessageSpec message = command.getCommandSpec().usageMessage();
      if (command.getCommandSpec().positionalParameters().isEmpty()) {
        message.optionListHeading("%n");
      } else {
        message.parameterListHeading("%n");
      }
    }
  }

  private static String list(Help help) {
    Map<String, Help> commands = help.subcommands();
    int width = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Group group : all(commands.keySet())) {
      text.append('\n').append(group.title()).append('\n');
      for (String name : group.commands()) {
        Help command = commands.get(name);
        if (command != null) {
          String[] words = command.commandSpec().usageMessage().description();
          text.append("  ")
              .append(name)
              .append(" ".repeat(width - name.length() + 2))
              .append(words.length == 0 ? "" : words[0])
              .append('\n');
        }
      }
    }
    return text.toString();
  }

  /** Those above, and what is in none of them. */
  private static List<Group> all(Set<String> commands) {
    Set<String> left = new TreeSet<>(commands);
    GROUPS.forEach(group -> group.commands().forEach(left::remove));
    List<Group> all = new ArrayList<>(GROUPS);
    if (!left.isEmpty()) {
      all.add(new Group("More", List.copyOf(left)));
    }
    return all;
  }
}
