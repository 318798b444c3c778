-- A run, from its first fact on. The first fact's sequence gives the order of runs. Checksums, here
-- and below, are the CRC-32C of all other columns: SQLite does not notice a flipped bit.
CREATE TABLE run (
  id TEXT PRIMARY KEY,
  first_sequence INTEGER NOT NULL,
  facts INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  checksum INTEGER NOT NULL
);

-- What happened.
CREATE TABLE fact (
  sequence INTEGER PRIMARY KEY,
  run TEXT NOT NULL REFERENCES run (id),
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  json TEXT NOT NULL,
  checksum INTEGER NOT NULL
);

CREATE INDEX fact_of_run ON fact (run, sequence);

-- How many bytes of each attempt's output the facts account for.
CREATE TABLE cursor (
  run TEXT NOT NULL REFERENCES run (id),
  session TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  position INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (run, session, attempt)
);

-- Who works on an issue. A row without a holder keeps the fencing number rising. Times in ms.
CREATE TABLE claim (
  scope TEXT NOT NULL,
  issue TEXT NOT NULL,
  holder TEXT,
  since INTEGER NOT NULL,
  lease_end INTEGER NOT NULL,
  fencing INTEGER NOT NULL,
  PRIMARY KEY (scope, issue)
);

-- Commands of plans that a person allowed for a repository.
CREATE TABLE approved_command (
  repository TEXT NOT NULL,
  command_sha256 TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  approved_at TEXT NOT NULL,
  PRIMARY KEY (repository, command_sha256)
);
