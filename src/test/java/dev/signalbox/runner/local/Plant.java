package dev.signalbox.runner.local;

/** What a program plants in its workspace for the git of the host to run later. */
enum Plant {
  SETTINGS(
      """
      for key in core.fsmonitor core.sshCommand core.pager core.editor core.askPass diff.external \\
          credential.helper gpg.program uploadpack.packObjectsHook core.alternateRefsCommand \\
          filter.x.clean filter.x.smudge filter.x.process diff.x.textconv diff.x.command \\
          merge.x.driver sequence.editor core.gitProxy trailer.x.command; do
        git config "$key" "$trap"
      done
      git config commit.gpgSign true
      git config alias.status "!$trap"
      echo '* filter=x diff=x merge=x' >.gitattributes
      mkdir -p .git/info && cp .gitattributes .git/info/attributes
      """,
      "status"),

  AN_INCLUDED_FILE(
      """
      git config -f .git/more core.fsmonitor "$trap"
      git config include.path more
      """,
      "status"),

  SETTINGS_OF_A_WORK_TREE(
      """
      git config extensions.worktreeConfig true
      git config -f .git/config.worktree core.fsmonitor "$trap"
      """,
      "status"),

  HOOKS(
      """
      mkdir -p .git/hooks
      for hook in post-checkout post-commit post-merge pre-commit commit-msg prepare-commit-msg \\
          reference-transaction post-index-change pre-auto-gc post-rewrite update post-update \\
          pre-receive post-receive push-to-checkout pre-push fsmonitor-watchman; do
        cp "$trap" ".git/hooks/$hook"
      done
      """,
      "update-ref refs/heads/other HEAD"),

  A_FOLDER_OF_HOOKS(
      """
      mkdir -p .git/mine && cp "$trap" .git/mine/reference-transaction
      cp "$trap" .git/mine/post-checkout && cp "$trap" .git/mine/post-index-change
      git config core.hooksPath .git/mine
      """,
      "update-ref refs/heads/other HEAD"),

  A_POINTER_TO_ANOTHER_GIT_FOLDER(
      """
      git config core.fsmonitor "$trap"
      mv .git evil
      echo 'gitdir: evil' >.git
      """,
      "status"),

  A_LINK_TO_ANOTHER_GIT_FOLDER(
      """
      git config core.fsmonitor "$trap"
      mv .git evil
      ln -s evil .git
      """,
      "status"),

  ANOTHER_COMMON_FOLDER(
      """
      cp -r .git evil
      git config -f evil/config core.fsmonitor "$trap"
      echo ../evil >.git/commondir
      """,
      "status"),

  BORROWED_OBJECTS(
      """
      git config core.fsmonitor "$trap"
      git init -q --bare evil
      mkdir -p .git/objects/info && echo "$PWD/evil/objects" >>.git/objects/info/alternates
      """,
      "status"),

  A_SUBMODULE(
      """
      git clone -q . x
      git config -f .gitmodules submodule.x.path x
      git config -f .gitmodules submodule.x.url ./x
      git config submodule.x.url ./x
      git config submodule.x.active true
      git config submodule.x.update "!$trap"
      git update-index --add --cacheinfo "160000,$(git rev-parse HEAD~1),x"
      git add .gitmodules
      git -c user.name=a -c user.email=a@b commit -q -m submodule
      """,
      "submodule update");

  private static final String FIRST =
      """
      trap=$PWD/trap.sh
      printf '#!/bin/sh\\necho "$0 $*" >>@ROOT@/ran\\ncat\\n' >"$trap"
      chmod +x "$trap"
      echo more >>README.md
      echo work >work.txt
      git add work.txt
      git -c user.name=a -c user.email=a@b commit -q -m work
      """;

  private final String script;
  private final String trigger;

  Plant(String script, String trigger) {
    this.script = script;
    this.trigger = trigger;
  }

  /** Ends well if it could plant everything. */
  String script() {
    return "set -e\n" + FIRST + script;
  }

  /** Arguments of a git in the workspace that runs what was planted. */
  String[] trigger() {
    return trigger.split(" ", -1);
  }
}
