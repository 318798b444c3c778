package dev.signalbox.delegation;

import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.CleanOutcome;
import dev.signalbox.workspace.CommittedFile;
import dev.signalbox.workspace.ExitLook;
import dev.signalbox.workspace.PrepareOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.WorkLook;
import dev.signalbox.workspace.WorkQuestion;
import dev.signalbox.workspace.WorkspaceOrder;
import dev.signalbox.workspace.Workspaces;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Each session's work where its agent runs. */
public final class PlacedWorkspaces implements Workspaces {
  private final Workspaces here;
  private final Workspaces elsewhere;
  private final Predicate<SessionKey> isElsewhere;

  /** Workspaces of both kinds. */
  public PlacedWorkspaces(
      Workspaces here, Workspaces elsewhere, Predicate<SessionKey> isElsewhere) {
    this.here = here;
    this.elsewhere = elsewhere;
    this.isElsewhere = isElsewhere;
  }

  private Workspaces of(SessionKey session) {
    return isElsewhere.test(session) ? elsewhere : here;
  }

  @Override
  public Path folderOf(SessionKey session) {
    return of(session).folderOf(session);
  }

  @Override
  public Path sharedObjects() {
    return here.sharedObjects();
  }

  @Override
  public PrepareOutcome prepare(WorkspaceOrder order) {
    return of(order.session()).prepare(order);
  }

  @Override
  public Optional<String> refresh(SessionKey session, String base) {
    return of(session).refresh(session, base);
  }

  @Override
  public Optional<String> unlock(SessionKey session) {
    return of(session).unlock(session);
  }

  @Override
  public ExitLook look(SessionKey session, String branch) {
    return of(session).look(session, branch);
  }

  @Override
  public String handedInReview(SessionKey session) {
    return of(session).handedInReview(session);
  }

  @Override
  public Map<String, CommittedFile> filesAt(SessionKey session, String commit, List<String> paths) {
    return of(session).filesAt(session, commit, paths);
  }

  @Override
  public TakeInOutcome takeIn(SessionKey session, String branch, String base) {
    return of(session).takeIn(session, branch, base);
  }

  @Override
  public WorkLook describe(SessionKey session, WorkQuestion question) {
    return of(session).describe(session, question);
  }

  /** Wherever the work was done, it was taken in here. */
  @Override
  public Optional<String> keepRecord(SessionKey session, String tip, String text) {
    return here.keepRecord(session, tip, text);
  }

  @Override
  public CleanOutcome clean(SessionKey session, String base) {
    return of(session).clean(session, base);
  }

  @Override
  public List<SessionKey> list() {
    return here.list();
  }
}
