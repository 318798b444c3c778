package dev.signalbox.runner.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a program that means harm tries, and how one sees that it worked. */
enum Attack {
  WRITES_OUTSIDE(
      """
      for file in @ROOT@/planted @HOME@/planted @HOME@/.profile @STATE@/planted \\
          @REPO@/planted @REPO@/.git/hooks/post-checkout @OTHER@/planted; do
        echo x >"$file"
      done
      """) {
    @Override
    boolean isDone(AttackSite site, String printed) {
      return List.of(
                  "planted",
                  "home/planted",
                  "home/.profile",
                  "state/planted",
                  "repository/planted",
                  "repository/.git/hooks/post-checkout")
              .stream()
              .map(site.root()::resolve)
              .anyMatch(Files::exists)
          || Files.exists(site.other().resolve("planted"));
    }
  },

  READS_KEYS(
      """
      cat @HOME@/.ssh/id_ed25519
      cat ~/.ssh/id_ed25519
      cat /proc/1/root@HOME@/.ssh/id_ed25519
      unshare -Urm sh -c 'umount -l @HOME@; cat @HOME@/.ssh/id_ed25519'
      """) {
    @Override
    boolean isDone(AttackSite site, String printed) {
      return printed.contains(AttackSite.KEY);
    }
  },

  READS_THE_ENGINES_TOKEN(
      """
      cat @STATE@/control.json
      grep -r token @STATE@
      unshare -Urm sh -c 'umount -l @STATE@; umount -l @ROOT@; cat @STATE@/control.json'
      """) {
    @Override
    boolean isDone(AttackSite site, String printed) throws IOException {
      return printed.contains(site.token());
    }
  },

  READS_ENVIRONMENTS("env; cat /proc/[0-9]*/environ | tr '\\000' '\\n' | grep HOST_API_KEY") {
    @Override
    boolean isDone(AttackSite site, String printed) {
      return printed.contains(AttackSite.VALUE);
    }
  },

  REACHES_A_SOCKET_WITH_A_PATH(
      """
      cd @HOME@ && perl -MSocket -e '
        socket(my $s, AF_UNIX, SOCK_STREAM, 0) or die;
        connect($s, pack_sockaddr_un("agent.sock")) or die "no: $!"; print "reached"'
      """) {
    @Override
    boolean isDone(AttackSite site, String printed) throws IOException {
      return site.wasFileSocketReached() || printed.contains("reached");
    }
  },

  REACHES_A_SOCKET_WITHOUT_A_PATH(
      """
      perl -MSocket -e '
        socket(my $s, AF_UNIX, SOCK_STREAM, 0) or die;
        connect($s, pack_sockaddr_un("\\0" . "@NAME@")) or die "no: $!"; print "reached"'
      """) {
    @Override
    boolean isDone(AttackSite site, String printed) {
      return printed.contains("reached");
    }
  },

  SIGNALS_A_PROCESS("kill -9 @PID@") {
    @Override
    boolean isDone(AttackSite site, String printed) {
      return !site.isVictimAlive();
    }
  },

  OUTLIVES_ITS_END("setsid perl -e 'sleep 1000' @LEFT@ </dev/null >/dev/null 2>&1 & sleep 0.2") {
    @Override
    boolean isDone(AttackSite site, String printed) {
      return !site.left().isEmpty();
    }
  },

  REWRITES_BRANCHES(
      """
      git -c user.name=a -c user.email=a@b commit -q --allow-empty -m evil
      evil=$(git rev-parse HEAD)
      git push -q -f @REPO@ HEAD:refs/heads/main
      git push -q -f @OTHER@ HEAD:refs/heads/b-S-B
      git --git-dir=@REPO@/.git update-ref refs/heads/main "$evil"
      git --git-dir=@OTHER@/.git update-ref refs/heads/b-S-B "$evil"
      echo "$evil" >@REPO@/.git/refs/heads/main
      echo "$evil" >@OTHER@/.git/refs/heads/b-S-B
      """) {
    @Override
    boolean isDone(AttackSite site, String printed) throws IOException {
      return !ref(site.site().repository().folder(), "main").equals(site.start())
          || !ref(site.other(), "b-S-B").equals(site.start());
    }
  },

  APPROVES_A_GATE(
      """
      token=$(sed -n 's/.*"token":"\\([^"]*\\)".*/\\1/p' @STATE@/control.json)
      perl -MIO::Socket::INET -e '
        my $body = q({"id":"@GATE@","decision":"approve","who":"mallory"});
        my $s = IO::Socket::INET->new(PeerAddr => "127.0.0.1:@CONTROL@") or die "no: $@";
        print $s "POST /v1/decide HTTP/1.1\\r\\nHost: 127.0.0.1:@CONTROL@\\r\\n"
            . "Connection: close\\r\\nAuthorization: Bearer $ARGV[0]\\r\\n"
            . "Content-Type: application/json\\r\\n"
            . "Content-Length: " . length($body) . "\\r\\n\\r\\n$body";
        print <$s>;' "$token"
      """) {
    @Override
    boolean isDone(AttackSite site, String printed) {
      return !site.isGateOpen();
    }
  };

  private final String script;

  Attack(String script) {
    this.script = script;
  }

  String script() {
    return script;
  }

  /** Whether the attack worked, as the host sees it. */
  abstract boolean isDone(AttackSite site, String printed) throws IOException;

  private static String ref(Path repository, String branch) throws IOException {
    return Files.readString(repository.resolve(".git/refs/heads").resolve(branch)).strip();
  }
}
