package dev.signalbox.error;

import static dev.signalbox.error.ErrorKind.ENVIRONMENT;
import static dev.signalbox.error.ErrorKind.INTERNAL;
import static dev.signalbox.error.ErrorKind.USAGE;
import static dev.signalbox.error.ErrorKind.USER;

/**
 * The stable name of a failure, printed as {@code Error [CODE]} and in JSON.
 *
 * <p>Codes are append-only: a released name is never renamed, reused or removed
 * (docs/adr/0003-error-codes.md). Every code is explained in docs/guide/errors.md.
 */
public enum ErrorCode {
  /** No file or folder at the given path. */
  SOURCE_MISSING(USER),
  /** The file exists and could not be read. */
  SOURCE_UNREADABLE(ENVIRONMENT),
  /** The file is larger than the limit. */
  SOURCE_TOO_LARGE(USER),
  /** The bytes are not UTF-8. */
  SOURCE_NOT_UTF8(USER),
  /** The file holds NUL bytes: it is not text. */
  SOURCE_BINARY(USER),
  /** The file is empty or holds white space only. */
  SOURCE_EMPTY(USER),
  /** A folder holds nothing that any reader takes. */
  SOURCE_NO_PLAN(USER),

  /** No reader found a phase. */
  PLAN_NO_PHASES(USER),
  /** A YAML block is not valid YAML 1.2, or uses what plans may not (aliases, tags). */
  PLAN_YAML_INVALID(USER),
  /** A JSON document is not valid, or not of the expected shape. */
  PLAN_JSON_INVALID(USER),
  /** A key that no part of the plan format knows. */
  PLAN_KEY_UNKNOWN(USER),
  /** One key given twice in one place. */
  PLAN_KEY_REPEATED(USER),
  /** A value that its key does not take. */
  PLAN_VALUE_INVALID(USER),
  /** A phase heading without a usable id. */
  PLAN_PHASE_ID_INVALID(USER),
  /** Two phases with one id. */
  PLAN_PHASE_DUPLICATE(USER),
  /** A reference to a phase that the plan does not have. */
  PLAN_PHASE_UNKNOWN(USER),
  /** More phases than Signalbox handles. */
  PLAN_TOO_MANY_PHASES(USER),
  /** One issue in two phases: claims are exclusive. */
  PLAN_ISSUE_DUPLICATE(USER),
  /** An execution mode outside the six. */
  PLAN_MODE_UNKNOWN(USER),
  /** A phase without an execution mode; one is proposed. */
  PLAN_MODE_PROPOSED(USER),
  /** A path that is absolute, leaves the repository or holds characters no path may hold. */
  PLAN_PATH_UNSAFE(USER),
  /** A glob that cannot be read, is too long or too deeply nested. */
  PLAN_GLOB_INVALID(USER),
  /** A touch that names a folder as if it were a file; read as everything below it. */
  PLAN_TOUCH_FOLDER(USER),
  /** A code phase that declares no touches counts as touching everything. */
  PLAN_TOUCHES_MISSING(USER),
  /** A touch that covers a protected path. */
  PLAN_TOUCH_PROTECTED(USER),
  /** A touch that may, but need not, fall into a class of shared infrastructure. */
  PLAN_INFRASTRUCTURE_PARTIAL(USER),
  /** An {@code infrastructure:} name that the configuration does not know. */
  PLAN_INFRASTRUCTURE_UNKNOWN(USER),
  /** Explicit, artifact or tracker edges form a cycle. */
  PLAN_CYCLE(USER),
  /** Derived file reads form a cycle; the phases exclude each other in the plan's order. */
  PLAN_READS_CYCLE(USER),
  /** File reads order more pairs of phases than Signalbox handles. */
  PLAN_TOO_ENTANGLED(USER),
  /** An artifact is read that no phase produces. */
  PLAN_ARTIFACT_UNKNOWN(USER),
  /** A phase without an estimate. */
  PLAN_ESTIMATE_MISSING(USER),
  /** Fewer than three context bullets, or more than five. */
  PLAN_CONTEXT_SIZE(USER),
  /** A field of the dispatch prompt that the plan leaves empty. */
  PLAN_PROMPT_FIELD_MISSING(USER),
  /** A file name outside the naming convention. */
  PLAN_NAME_UNCONVENTIONAL(USER),
  /** A project short that the configuration does not know. */
  PLAN_PROJECT_UNKNOWN(USER),
  /** The base branch does not exist in the repository. */
  PLAN_BASE_MISSING(USER),
  /** The plan is not inside a git repository. */
  PLAN_REPOSITORY_MISSING(USER),
  /** {@code max-parallel} above the default without {@code because:}. */
  PLAN_PARALLEL_UNEXPLAINED(USER),
  /** An agent that the catalogue does not have. */
  PLAN_AGENT_UNKNOWN(USER),
  /** An agent that cannot work with the permission that the phase is launched with. */
  PLAN_AGENT_UNABLE(USER),
  /** An {@code overrule:} line that cannot be read, or against an explicit order. */
  PLAN_OVERRULE_INVALID(USER),
  /** The source claims two phases are parallel, and they name a common file. */
  PLAN_CLAIM_FALSE(USER),
  /** A part of the source that the reader recognised and does not carry over. */
  PLAN_PART_NOT_READ(USER),
  /** More of one kind of problem than are listed. */
  PLAN_PROBLEMS_OMITTED(USER),

  /** The configuration file is not valid. */
  CONFIG_INVALID(USER),

  /** The command line is wrong. */
  USAGE_INVALID(USAGE),
  /** {@code init} would overwrite an existing file. */
  INIT_FILE_EXISTS(USER),
  /** git is absent, or ended with an error. */
  GIT_FAILED(ENVIRONMENT),
  /** A session's workspace is not there, or is not what Signalbox made. */
  WORKSPACE_UNREADABLE(ENVIRONMENT),

  /** No engine runs for this state folder. */
  ENGINE_MISSING(ENVIRONMENT),
  /** The state folder holds no such run, session or agent process. */
  RECORD_MISSING(USER),
  /** A process of an agent asked for what only a person decides. */
  DECISION_BY_AGENT(USER),
  /** A running engine refused the request, or did not answer as expected. */
  ENGINE_REFUSED(ENVIRONMENT),
  /** No open gate has that id. */
  GATE_UNKNOWN(USER),
  /** Output could not be written. */
  OUTPUT_FAILED(ENVIRONMENT),
  /** The journal's file is damaged, or is not a journal. */
  JOURNAL_CORRUPT(ENVIRONMENT),
  /** A newer Signalbox wrote the journal. */
  JOURNAL_NEWER(ENVIRONMENT),
  /** The journal cannot be opened, read or written: disk, permissions, another program. */
  JOURNAL_FAILED(ENVIRONMENT),
  /** The next fact has another number than the journal expects: somebody else wrote. */
  JOURNAL_OUT_OF_STEP(ENVIRONMENT),
  /** A fact of a kind or version that this Signalbox does not know, or of another shape. */
  JOURNAL_FACT_UNKNOWN(ENVIRONMENT),
  /** Another engine works in the state folder. */
  STATE_IN_USE(ENVIRONMENT),
  /** The state folder cannot be made or used. */
  STATE_FAILED(ENVIRONMENT),

  /** The folder of an agent process could not be read or written. */
  AGENT_FOLDER_FAILED(ENVIRONMENT),
  /** A process of an agent did not end although it was killed. */
  AGENT_UNSTOPPABLE(ENVIRONMENT),
  /** An agent that this machine cannot run. */
  AGENT_NOT_RUNNABLE(USER),
  /** An agent that cannot ask before it uses tools, in a phase whose scope needs that. */
  AGENT_CANNOT_ASK(USER),
  /** A person cannot get a session's own screen: no such screen, no conversation, no terminal. */
  TAKEOVER_IMPOSSIBLE(USER),
  /** A secret that the configuration names is missing, empty, or readable by others. */
  SECRET_UNUSABLE(USER),
  /** The network shall be blocked, and nothing here can do that without breaking the run. */
  NETWORK_NOT_BLOCKABLE(USER),
  /** A sub-issue waits for an issue that is not done and no part of the plan. */
  PLAN_BLOCKED_OUTSIDE(USER),
  /** A sub-issue waited for an issue that was canceled. */
  PLAN_BLOCKER_CANCELED(USER),
  /** A tracker is needed, and the configuration does not say how to reach it. */
  TRACKER_NOT_CONFIGURED(USER),
  /** A tracker refused a request, or could not be asked; the message names the kind of failure. */
  TRACKER_FAILED(ENVIRONMENT),
  /** A plan cannot be written to a tracker as it is. */
  PLAN_NOT_PUBLISHABLE(USER),
  /** The engine of a run has stopped; the message or the cause says why. */
  ENGINE_STOPPED(ENVIRONMENT),
  /** Webhooks cannot be received or kept: the address, or the database of deliveries. */
  WEBHOOKS_FAILED(ENVIRONMENT),
  /** A plan names a review profile that is not there. */
  REVIEW_PROFILE_UNKNOWN(USER),
  /** A phase executes what another recommends, which cannot be approved. */
  PLAN_EXECUTES_INVALID(USER),
  /** Reviewers look at pull requests, and something is to be reviewed where none is. */
  REVIEWERS_ELSEWHERE(USER),
  /** A bug in Signalbox. */
  INTERNAL_BUG(INTERNAL);

  private final ErrorKind kind;

  ErrorCode(ErrorKind kind) {
    this.kind = kind;
  }

  /** Who can do something about it. */
  public ErrorKind kind() {
    return kind;
  }
}
