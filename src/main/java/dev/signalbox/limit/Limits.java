package dev.signalbox.limit;

import java.time.Duration;

/** Every bound of Signalbox, with its unit and the reason for its value. */
public final class Limits {
  /** Bytes of one input file. A plan of 50,000 phases has about 15 MB; 50 MB is refused. */
  public static final int SOURCE_BYTES_MAX = 32 * 1024 * 1024;

  /** Files of one plan folder: the largest public GSD project has 392 plans over all phases. */
  public static final int SOURCE_FILES_MAX = 2_000;

  /** Phases of one plan: the largest size that the benchmarks cover, doubled. */
  public static final int PHASES_MAX = 100_000;

  /** Characters of one glob. PATH_MAX on Linux is 4,096; patterns are written by people. */
  public static final int GLOB_CHARS_MAX = 1_024;

  /** Levels of nested braces in one glob. */
  public static final int GLOB_NESTING_MAX = 8;

  /**
   * Automaton states looked at to decide whether one glob lies within others. Patterns that people
   * write need some 10,000; a puzzle could need exponentially many, and stops after about 100 ms.
   */
  public static final int GLOB_ESCAPE_STATES_MAX = 2_000_000;

  /** Sets of states whose steps a set of globs remembers, at 512 bytes each. */
  public static final int GLOB_SET_STATES_MAX = 4_096;

  /** Levels of nesting in a YAML or JSON document; deeper ones are not plans. */
  public static final int DOCUMENT_NESTING_MAX = 64;

  /** Problems of one code that are listed; the rest are counted in one more problem. */
  public static final int PROBLEMS_PER_CODE_MAX = 200;

  /** Pairs in the output of one {@code check} (design section 3). */
  public static final int PAIRS_PRINTED_MAX = 100_000;

  /** Pairs that one plan may order; more come only from reads of everything by everyone. */
  public static final int EDGES_MAX = 500_000;

  /** Patterns that are searched for a partial overlap with shared infrastructure; then it stops. */
  public static final int INFRASTRUCTURE_LOOKS_MAX = 1_000;

  /** Paths whose attributes and content git is asked for in one check. */
  public static final int COMMON_PATHS_MAX = 20_000;

  /** Sessions at once when the plan does not say: the mission's section 1. */
  public static final int PARALLEL_DEFAULT = 3;

  /** Cost in US cents above which a person is asked: the mission's section 4. */
  public static final long COST_CHECKPOINT_CENTS_DEFAULT = 1_000;

  /** Minutes assumed for a phase without an estimate, only to order phases by length. */
  public static final int ESTIMATE_MINUTES_DEFAULT = 60;

  /** Ready phases of equal urgency that are compared to find one that shares nothing. */
  public static final int BATCH_CANDIDATES_MAX = 32;

  /** Characters of a branch name's slug: keeps names readable in a table and a path. */
  public static final int SLUG_CHARS_MAX = 40;

  /** Edges between two runs of parallel tasks: a run of 100 after a run of 100 is still exact. */
  public static final int BARRIER_EDGES_MAX = 10_000;

  /** Edges that one document states in words: a range on each side makes many of one sentence. */
  public static final int STATED_EDGES_MAX = 100_000;

  /**
   * Milliseconds that a write waits for another process to finish its own. An append takes
   * milliseconds; a slow disk under load may take a second.
   */
  public static final int JOURNAL_BUSY_MS = 10_000;

  /** Times that the plan file is written anew because a person saved it meanwhile. */
  public static final int PLAN_WRITES_MAX = 20;

  /** Characters of one cell of the session registry: a table that people can still read. */
  public static final int REGISTRY_CELL_CHARS_MAX = 200;

  /** Times that the registry is written in a row, before a person is told that it cannot be. */
  public static final int REGISTRY_TRIES_MAX = 3;

  /** Characters of one session summary in the plan file; the rest is cut, and said to be. */
  public static final int SUMMARY_CHARS_MAX = 20_000;

  /** Cents that a run may cost before everything stops and a person is asked. */
  public static final long SPEND_CAP_CENTS_DEFAULT = 10_000;

  /** From an agent's start to its confirmation: a slow first model call takes one minute. */
  public static final Duration START_LIMIT_DEFAULT = Duration.ofMinutes(5);

  /** Silence before a session counts as stalled: a long build prints nothing for ten minutes. */
  public static final Duration STALL_LIMIT_DEFAULT = Duration.ofMinutes(15);

  /** From a delegation to the first sign of the agent: queues of services take some minutes. */
  public static final Duration ELSEWHERE_START_LIMIT_DEFAULT = Duration.ofMinutes(20);

  /** Silence of an agent elsewhere: it tells little, and Linear calls it stale after 30 minutes. */
  public static final Duration ELSEWHERE_STALL_LIMIT_DEFAULT = Duration.ofHours(2);

  /** From a push until checks that were not announced by then are taken not to exist. */
  public static final Duration CHECKS_APPEAR_LIMIT = Duration.ofMinutes(2);

  /** Silence of a reviewer after which a session hears what was said: they say much in a row. */
  public static final Duration FEEDBACK_QUIET = Duration.ofSeconds(30);

  /** The longest that feedback waits for more of it. */
  public static final Duration FEEDBACK_DELAY_MAX = Duration.ofMinutes(5);

  /** How often a session is told of the same feedback before a person decides. */
  public static final int FEEDBACK_TELLS_MAX = 3;

  /** Sessions in one run that write specifications of what failed in production. */
  public static final int SPEC_AUTHORS_MAX = 5;

  /**
   * How long a quick fix may wait for Copilot's review and its checks; a review takes some three
   * minutes.
   */
  public static final Duration QUICK_FIX_WAIT_MAX = Duration.ofHours(1);

  /** Heads of one quick fix that Copilot is asked to review before a person decides. */
  public static final int QUICK_FIX_ROUNDS_MAX = 3;

  /** From one look at an agent elsewhere to the next, after there was news. */
  public static final Duration ELSEWHERE_LOOK_FIRST = Duration.ofMinutes(1);

  /** By how much the clock of a service may be behind ours. */
  public static final Duration CLOCK_MARGIN = Duration.ofMinutes(5);

  /** The longest from one look to the next: an hour of silence costs some 20 requests. */
  public static final Duration ELSEWHERE_LOOK_MAX = Duration.ofMinutes(15);

  /**
   * The same where webhooks tell what happens: a look only finds what one of them did not bring.
   */
  public static final Duration ELSEWHERE_TOLD_FIRST = Duration.ofMinutes(15);

  /** By what such a pause is longer than the one before it. */
  public static final int ELSEWHERE_TOLD_GROWTH = 4;

  /** The longest one: where a webhook was lost, the end of the work is seen an hour later. */
  public static final Duration ELSEWHERE_TOLD_MAX = Duration.ofHours(1);

  /** From a look to the next that a nudge asks for: CI reports its checks one by one. */
  public static final Duration NUDGE_PAUSE_FIRST = Duration.ofSeconds(10);

  /** The longest one, while nudges go on and on. */
  public static final Duration NUDGE_PAUSE_MAX = Duration.ofMinutes(10);

  /** The exit code that an agent elsewhere counts with whose issue was taken back. */
  public static final int TAKEN_BACK_EXIT = 143;

  /** From one look at a pull request to the next, after a change: checks take some minutes. */
  public static final Duration LOOK_FIRST = Duration.ofSeconds(30);

  /** How long what a service showed stands for another read: steps in a row take a second. */
  public static final Duration JUST_SEEN = Duration.ofSeconds(5);

  /**
   * Looks at one head of a pull request that ask GraphQL, which counts each; then REST is asked.
   */
  public static final int GITHUB_GLANCES_MAX = 3;

  /** The longest from one look to the next: unchanged answers count for no limit of GitHub's. */
  public static final Duration LOOK_MAX = Duration.ofMinutes(5);

  /** Failed approaches of one session before a person decides (mission context). */
  public static final int APPROACHES_MAX = 2;

  /** Failures in a row of an agent's own service before that counts as a failed approach. */
  public static final int SERVICE_FAILURES_MAX = 3;

  /** Processes that vanish in a row before that counts as a failed approach. */
  public static final int VANISHED_MAX = 5;

  /** Turns that end without {@code TASK_COMPLETE} before a person decides (mission context). */
  public static final int TASK_ITERATIONS_MAX = 5;

  /** Transient failures in a row of one step, such as a git lock, before the session fails. */
  public static final int STEP_FAILURES_MAX = 5;

  /**
   * Failures in a row before something is left undone on the forge that no work waits for, such as
   * an answer: with the pauses between them it may be away for an hour and a half.
   */
  public static final int FORGE_FAILURES_MAX = 24;

  /** First pause before something that failed is tried again; doubled each time. */
  public static final Duration BACK_OFF_FIRST = Duration.ofSeconds(5);

  /** Longest pause before something that failed is tried again. */
  public static final Duration BACK_OFF_MAX = Duration.ofMinutes(5);

  /** Percent of a conversation's window at which the agent is told to write its state down. */
  public static final int CONTEXT_WARNING_PERCENT = 50;

  /** Percent of a conversation's window at which a new conversation takes over. */
  public static final int CONTEXT_HAND_OFF_PERCENT = 70;

  /** From the end of an agent's input to the end of its process; then it is stopped. */
  public static final Duration ENDING_LIMIT = Duration.ofMinutes(1);

  /** Characters of the line that shows what an agent does: it has to fit beside others. */
  public static final int ACTIVITY_CHARS_MAX = 120;

  /** Characters of an agent's own words in a reason or a flagged conflict: a short paragraph. */
  public static final int REASON_CHARS_MAX = 600;

  /** Tokens that a model's window may have: a thousand times the largest today. More is damage. */
  public static final long CONTEXT_TOKENS_MAX = 1_000_000_000;

  /** Questions of one agent process that can still be answered; agents ask one to five at once. */
  public static final int QUESTIONS_KEPT_MAX = 256;

  /** Files of one agent process that are told as changed by its tools; git knows all of them. */
  public static final int CHANGED_FILES_MAX = 10_000;

  /** Files outside of its scope that are kept by name for one session: more than people read. */
  public static final int DRIFT_PATHS_MAX = 100;

  /** Characters of one of them. PATH_MAX on Linux is 4,096; an agent can name anything. */
  public static final int DRIFT_PATH_CHARS_MAX = 4_096;

  /** Bytes of one line of an agent's output; an agent's largest tool results have about 1 MB. */
  public static final int AGENT_LINE_BYTES_MAX = 16 * 1024 * 1024;

  /** Bytes of an agent's output that one reading takes, so that no session holds up others. */
  public static final int AGENT_PART_BYTES_MAX = 4 * 1024 * 1024;

  /** Bytes of an agent's stderr that are kept with its exit: some forty lines. */
  public static final int AGENT_ERROR_TAIL_BYTES_MAX = 4 * 1024;

  /** Minutes of one git command; a checkout of a large repository on a slow disk takes some. */
  public static final int GIT_MINUTES_MAX = 15;

  /** Bytes of one git command's output: a million paths of 64 characters. */
  public static final int GIT_OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

  /** Bytes of git's complaints that are kept for a person. */
  public static final int GIT_ERROR_BYTES_MAX = 4 * 1024;

  /** Tries of a git command while another process holds a lock. */
  public static final int GIT_TRIES_MAX = 5;

  /** The wait before the second try; it doubles each time, so that all take about a second. */
  public static final Duration GIT_RETRY_PAUSE = Duration.ofMillis(60);

  /** Minutes of a command that prepares or verifies: a full build with cold caches. */
  public static final int COMMAND_MINUTES_MAX = 60;

  /** Bytes from the end of a command's output that are kept for a person and the agent. */
  public static final int COMMAND_LOG_BYTES_MAX = 16 * 1024;

  /** Uncommitted paths of a workspace that are named. */
  public static final int UNCOMMITTED_PATHS_MAX = 100;

  /** Bytes read of a session's summary; it is meant to be a page. */
  public static final int SUMMARY_BYTES_MAX = 64 * 1024;

  /** Bytes of a workspace's packed refs: some 200,000 refs. An agent could write more. */
  public static final int PACKED_REFS_BYTES_MAX = 16 * 1024 * 1024;

  /** Refs of a workspace that are looked at; an agent could make any number. */
  public static final int WORKSPACE_REFS_MAX = 10_000;

  /** Characters of the conflicts that are shown to a person at once. */
  public static final int CONFLICT_CHARS_MAX = 24 * 1024;

  /** Turns of one issue over all its conversations (mission context). */
  public static final int GLOBAL_ITERATIONS_MAX = 50;

  /** Effects that are carried out side by side: most wait for git, which the disk bounds. */
  public static final int HANDS_MAX = 16;

  /** Inputs that wait for the one writer; who brings more waits. */
  public static final int INPUTS_QUEUED_MAX = 10_000;

  /** How long a claim holds without being renewed: a machine that is down gives its issues free. */
  public static final Duration CLAIM_LEASE = Duration.ofMinutes(30);

  /**
   * The longest that a claim of long work holds: the lease grows with the work, so that a machine
   * that is down early gives its issues free soon, and days of work cost few requests.
   */
  public static final Duration CLAIM_LEASE_MAX = Duration.ofHours(4);

  /** How often claims are renewed. */
  public static final Duration CLAIM_RENEWAL = Duration.ofMinutes(5);

  /**
   * How much longer than its lease another machine's claim counts: more than their clocks differ,
   * and more than the last prolongation takes on its way.
   */
  public static final Duration CLAIM_MARGIN = Duration.ofMinutes(5);

  /** Times that a claim is tried anew because others changed the notes meanwhile. */
  public static final int CLAIM_ROUNDS_MAX = 8;

  /** How often the rules hear that time has passed. */
  public static final Duration TICK = Duration.ofSeconds(1);

  /** Pause between two looks at all outputs: what people take for at once. */
  public static final Duration LISTEN_PAUSE = Duration.ofMillis(50);

  /** How long nothing may move before a run counts as waiting: every output was read by then. */
  public static final Duration STANDSTILL = Duration.ofSeconds(2);

  /** Pause between two looks at an output that a person follows. */
  public static final Duration FOLLOW_PAUSE = Duration.ofMillis(200);

  /**
   * Free bytes of a disk below which nothing new is started: a workspace and its build take some
   * hundred megabytes, and what runs needs room to end well.
   */
  public static final long FREE_BYTES_MIN = 512L * 1024 * 1024;

  /** Free bytes below which {@code doctor} warns: some clones more, and nothing starts any more. */
  public static final long FREE_BYTES_ADVISED = 2 * FREE_BYTES_MIN;

  /** Processes that are looked at in one round over all outputs, so that a thousand cost little. */
  public static final int LOOKS_PER_ROUND_MAX = 50;

  /** From asking a process to end to ending it; a real agent took up to 1.6 s. */
  public static final Duration GRACE = Duration.ofSeconds(5);

  /** Pause between two looks at a process that is to end. */
  public static final Duration LOOK_PAUSE = Duration.ofMillis(20);

  /** Bytes of one request to a running engine: the longest is an answer that a person wrote. */
  public static final int REQUEST_BYTES_MAX = 1 << 20;

  /** Bytes of one answer of a running engine: a status with the whole text of every open gate. */
  public static final int ANSWER_BYTES_MAX = 64 * 1024 * 1024;

  /** Longest wait for news in one request to a running engine; then it is asked again. */
  public static final Duration NEWS_WAIT_MAX = Duration.ofSeconds(30);

  /** Between two paintings of the live view: five a second look smooth and cost nothing. */
  public static final Duration PAINT_PAUSE = Duration.ofMillis(200);

  /** To connect to a running engine on this machine, and to hear its answer beyond any wait. */
  public static final Duration CONTROL_LIMIT = Duration.ofSeconds(10);

  /** One delivery of a notification: a service that takes longer is tried again. */
  public static final Duration NOTIFICATION_LIMIT = Duration.ofSeconds(10);

  /** Deliveries of one notification that are tried before it is given up. */
  public static final int NOTIFICATION_TRIES_MAX = 4;

  /** One request to a tracker or forge, from sending to the end of its answer. */
  public static final Duration HTTP_LIMIT = Duration.ofSeconds(30);

  /** Bytes of one answer of a tracker or forge: a page of fifty long issues has some 2 MB. */
  public static final int HTTP_ANSWER_BYTES_MAX = 16 * 1024 * 1024;

  /** Times that a request is sent before whoever asked for it decides what follows. */
  public static final int HTTP_TRIES_MAX = 4;

  /** Bound of the pause before a request is sent again; doubled each time. */
  public static final Duration HTTP_BACK_OFF_FIRST = Duration.ofMillis(500);

  /** Longest bound of that pause. */
  public static final Duration HTTP_BACK_OFF_MAX = Duration.ofSeconds(8);

  /**
   * Longest time to wait inside one request because the service asks for it: beyond it the thread
   * is worth more than the answer, and the step is tried again later.
   */
  public static final Duration HTTP_WAIT_MAX = Duration.ofSeconds(10);

  /**
   * Requests to one service in an hour: below the least that any copy of Linear's page names
   * (1,500), so that people and their other tools are left some.
   */
  public static final int REQUESTS_PER_HOUR_MAX = 1_200;

  /**
   * Requests to one service in an hour for one session: an ordinary one needs fewer than twenty in
   * its life, and some sixteen more for each round of remarks. More than this is a fault that
   * repeats itself; what is over waits for the next hour.
   */
  public static final int REQUESTS_PER_SESSION_MAX = 100;

  /** Longest time that a step waits for a service before it is tried again: a budget's window. */
  public static final Duration DELAY_MAX = Duration.ofHours(1);

  /** Pages of one list in a tracker or forge: five thousand comments; then it is a circle. */
  public static final int TRACKER_PAGES_MAX = 100;

  /** Characters of a service's own words in a failure: two lines on a screen. */
  public static final int SERVICE_WORDS_CHARS_MAX = 200;

  /** Pages of one list of GitHub's, of a hundred things each: more is a loop or an attack. */
  public static final int GITHUB_PAGES_MAX = 100;

  /** Answers of GitHub that are kept to ask whether they changed: some thirty for each session. */
  public static final int GITHUB_ANSWERS_KEPT_MAX = 512;

  /** Characters of all of them: what a computer has to spare beside its agents. */
  public static final long GITHUB_ANSWER_CHARS_KEPT_MAX = 32L * 1024 * 1024;

  /** Characters of a text that GitHub takes; it refuses longer ones. */
  public static final int GITHUB_TEXT_CHARS_MAX = 65_536;

  /** Bytes below which a secret value is not looked for: covering it would blank ordinary words. */
  public static final int SECRET_BYTES_MIN = 8;

  /** Bytes of output in which secrets are covered while others wait: a fraction of a second. */
  public static final long COVERED_AT_ONCE_BYTES_MAX = 16L * 1024 * 1024;

  /** Bytes of a secret in a file: a key of a service account has some 3 KB. */
  public static final int SECRET_BYTES_MAX = 16 * 1024;

  /** Characters of one issue's description or comment: GitHub takes 65,536. */
  public static final int TRACKER_TEXT_CHARS_MAX = 60_000;

  /** Characters of others' text in one comment, so that what stands around it fits too. */
  public static final int TRACKER_PART_CHARS_MAX = 50_000;

  /** Characters of one remark from outside: a long review has some thousand. The rest is cut. */
  public static final int FEEDBACK_TEXT_CHARS_MAX = 20_000;

  /** Characters of a remark's title: one line of a table. */
  public static final int FEEDBACK_TITLE_CHARS_MAX = 200;

  /** Items of one delivery: a monorepo's comment of Vercel has some ten projects. */
  public static final int FEEDBACK_ITEMS_MAX = 100;

  /**
   * Bytes of one webhook: GitHub's largest are 25 MB, and all that sessions work with are small.
   */
  public static final int WEBHOOK_BYTES_MAX = 4 * 1024 * 1024;

  /** Webhooks that are read at once; with the bytes of each this bounds the memory. */
  public static final int WEBHOOKS_AT_ONCE_MAX = 32;

  /** Connections that send a webhook at once; more are closed unheard. */
  public static final int WEBHOOK_CONNECTIONS_MAX = 256;

  /** How long a sender may take for one webhook, so that slow ones hold up nobody. */
  public static final Duration WEBHOOK_LIMIT = Duration.ofSeconds(10);

  /** Distance between a signed time and now: Linear's SDK allows a minute. */
  public static final Duration WEBHOOK_REPLAY_LINEAR = Duration.ofMinutes(1);

  /** The same for generic hooks, whose senders may have worse clocks. */
  public static final Duration WEBHOOK_REPLAY_HOOK = Duration.ofMinutes(5);

  /** Deliveries that wait to be worked with; more are refused, and their senders try again. */
  public static final int WEBHOOKS_WAITING_MAX = 10_000;

  /** Bytes of those. */
  public static final long WEBHOOKS_WAITING_BYTES_MAX = 256L * 1024 * 1024;

  /** Deliveries whose ids are remembered: a month of a busy repository. Senders repeat for days. */
  public static final int WEBHOOKS_KEPT_MAX = 50_000;

  /** Deliveries whose bodies are kept after they were worked with, to look at. */
  public static final int WEBHOOK_BODIES_KEPT_MAX = 2_000;

  /** Milliseconds that storing a webhook waits for another process: senders wait for seconds. */
  public static final int WEBHOOK_BUSY_MS = 2_000;

  /** How long an agent call of Linear's is answered at all: nobody waits for an older one. */
  public static final Duration AGENT_ANSWER_AGE_MAX = Duration.ofHours(24);

  /**
   * Longest silence in an agent session of Linear's while work goes on: Linear shows one as stale
   * after half an hour.
   */
  public static final Duration AGENT_SILENCE_MAX = Duration.ofMinutes(25);

  /** How often it is looked whether there is something to tell in such a session. */
  public static final Duration CALL_LOOK_PAUSE = Duration.ofSeconds(5);

  /** How often the pause between two tries to answer is doubled: to some four minutes. */
  public static final int AGENT_ANSWER_DOUBLINGS_MAX = 7;

  /** Pause before an item that could not be handed over is tried again. */
  public static final Duration INTAKE_PAUSE = Duration.ofSeconds(2);

  /** Artifacts of one work that are looked at: more than any work changes on purpose. */
  public static final int ARTIFACTS_MAX = 50;

  /** Paths of one artifact that are kept by name for one work. */
  public static final int ARTIFACT_PATHS_MAX = 20;

  /** Characters of the diff of one artifact that a person is shown: some hundred lines. */
  public static final int ARTIFACT_DIFF_CHARS_MAX = 6_000;

  /** Characters of all diffs of one work, which are kept in the journal. */
  public static final int ARTIFACT_DIFFS_CHARS_MAX = 24_000;

  private Limits() {}
}
