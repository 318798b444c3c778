package dev.signalbox.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code signalbox completion}: what a shell needs to complete commands, options and ids. */
@Command(
    name = "completion",
    description = {
      "Prints what your shell needs to complete what you type.",
      "",
      "Commands, options, and ids of sessions and gates. The lines below hold for the",
      "shell that you are in. For every shell: that line in ~/.bashrc, or for zsh in",
      "~/.zshrc, below compinit."
    },
    footer = {
      "",
      "Examples:",
      "  eval \"$(signalbox completion bash)\"  bash, in this shell",
      "  eval \"$(signalbox completion zsh)\"   zsh, in this shell",
      "  signalbox completion fish > ~/.config/fish/completions/signalbox.fish",
      "",
      "See also: help"
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.bash;

  @Spec private @Nullable CommandSpec spec;

  /** The names are what a person types. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    CommandSpec whole = spec.root();
    terminal.print(
        switch (shell) {
          case bash -> ShellCompletion.bash(whole);
          case zsh -> ShellCompletion.zsh(whole);
          case fish -> FishCompletion.fish(whole);
        });
    return ExitCode.DONE;
  }
}
