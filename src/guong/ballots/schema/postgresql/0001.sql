-- The urn (DESIGN §2, §4). Nobody's name, no date, no sequence: nothing here has an order but its random key.
-- Every slot is born full of random bytes of one size, so that a cast changes bytes and never the number of rows.

CREATE TABLE schema_version (version integer NOT NULL PRIMARY KEY);

CREATE TABLE poll (
    poll           text NOT NULL PRIMARY KEY CHECK (length(poll) = 10),
    state          text NOT NULL CHECK (state IN (
        'prepared', 'open', 'paused', 'closed', 'sealed', 'opened', 'erased', 'void', 'suspended')),
    definition     bytea NOT NULL,
    questionnaire  bytea NOT NULL,
    leaves         bytea CHECK (length(leaves) % 32 = 0),
    opening_digest bytea CHECK (length(opening_digest) = 32)
);

CREATE TABLE slot (
    poll     text     NOT NULL REFERENCES poll (poll),
    slot_key bytea    NOT NULL CHECK (length(slot_key) = 32),
    state    smallint NOT NULL CHECK (state BETWEEN 0 AND 5),
    envelope bytea    NOT NULL,
    PRIMARY KEY (poll, slot_key)
);

CREATE TABLE paper_slot (
    poll     text     NOT NULL REFERENCES poll (poll),
    subject  text     NOT NULL,
    slot_key bytea    NOT NULL CHECK (length(slot_key) = 32),
    filled   smallint NOT NULL CHECK (filled IN (0, 1)),
    envelope bytea    NOT NULL,
    PRIMARY KEY (poll, subject, slot_key)
);

-- Sealed bytes don't compress: storing them as they are keeps every row of a poll the same size.
ALTER TABLE slot ALTER COLUMN envelope SET STORAGE EXTERNAL;
ALTER TABLE paper_slot ALTER COLUMN envelope SET STORAGE EXTERNAL;

-- What the program promises, the database holds to as well: no way back from closed, and a slot is used once.
CREATE FUNCTION refuse_the_way_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% never goes back', TG_TABLE_NAME;
END $$;

CREATE TRIGGER poll_goes_one_way BEFORE UPDATE OF state ON poll FOR EACH ROW
WHEN (OLD.state IN ('closed', 'sealed', 'opened', 'erased', 'void')
    AND NEW.state IN ('prepared', 'open', 'paused', 'suspended'))
EXECUTE FUNCTION refuse_the_way_back();

CREATE TRIGGER slot_is_used_once BEFORE UPDATE OF state ON slot FOR EACH ROW
WHEN (OLD.state <> 0 AND NEW.state <> OLD.state)
EXECUTE FUNCTION refuse_the_way_back();
