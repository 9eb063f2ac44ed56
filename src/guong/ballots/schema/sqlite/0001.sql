-- The urn (DESIGN §2, §4). Nobody's name, no date, no sequence, no row id: nothing here has an order but its random key.
-- Every slot is born full of random bytes of one size, so that a cast changes bytes and never the shape of the file.

CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE poll (
    poll           TEXT NOT NULL PRIMARY KEY CHECK (length(poll) = 10),
    state          TEXT NOT NULL CHECK (state IN (
        'prepared', 'open', 'paused', 'closed', 'sealed', 'opened', 'erased', 'void', 'suspended')),
    definition     BLOB NOT NULL,
    questionnaire  BLOB NOT NULL,
    leaves         BLOB CHECK (length(leaves) % 32 = 0),
    opening_digest BLOB CHECK (length(opening_digest) = 32)
) WITHOUT ROWID;

CREATE TABLE slot (
    poll     TEXT    NOT NULL REFERENCES poll (poll),
    slot_key BLOB    NOT NULL CHECK (length(slot_key) = 32),
    state    INTEGER NOT NULL CHECK (state BETWEEN 0 AND 5),
    envelope BLOB    NOT NULL,
    PRIMARY KEY (poll, slot_key)
) WITHOUT ROWID;

CREATE TABLE paper_slot (
    poll     TEXT    NOT NULL REFERENCES poll (poll),
    subject  TEXT    NOT NULL,
    slot_key BLOB    NOT NULL CHECK (length(slot_key) = 32),
    filled   INTEGER NOT NULL CHECK (filled IN (0, 1)),
    envelope BLOB    NOT NULL,
    PRIMARY KEY (poll, subject, slot_key)
) WITHOUT ROWID;

-- What the program promises, the file holds to as well: no way back from closed, and a slot is used once.
CREATE TRIGGER poll_goes_one_way BEFORE UPDATE OF state ON poll
WHEN OLD.state IN ('closed', 'sealed', 'opened', 'erased', 'void')
    AND NEW.state IN ('prepared', 'open', 'paused', 'suspended')
BEGIN
    SELECT RAISE(ABORT, 'a closed poll never opens again');
END;

CREATE TRIGGER slot_is_used_once BEFORE UPDATE OF state ON slot
WHEN OLD.state <> 0 AND NEW.state <> OLD.state
BEGIN
    SELECT RAISE(ABORT, 'a slot that is not free stays what it is');
END;
