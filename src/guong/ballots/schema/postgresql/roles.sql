-- Two roles for the urn (DESIGN §2). Run by guong.ballots.roles.create_roles, which fills in the names in braces.
--   booth  : what faces the phones. Reads, and fills slots. Cannot close a poll, cannot connect to the register.
--   office : what faces the officers. The poll's whole life; owns the two tables that it must be able to rewrite after
--            erasing.
-- Passwords are set by the administrator: ALTER ROLE … PASSWORD.
CREATE ROLE {booth} LOGIN;
CREATE ROLE {office} LOGIN;
REVOKE CONNECT ON DATABASE {urn} FROM PUBLIC;
GRANT CONNECT ON DATABASE {urn} TO {booth}, {office};
GRANT USAGE ON SCHEMA public TO {booth}, {office};
GRANT SELECT ON schema_version, poll, slot TO {booth};
GRANT UPDATE (state, envelope) ON slot TO {booth};
GRANT SELECT ON schema_version TO {office};
GRANT SELECT, INSERT, UPDATE, DELETE ON poll TO {office};
ALTER TABLE slot OWNER TO {office};
ALTER TABLE paper_slot OWNER TO {office};
