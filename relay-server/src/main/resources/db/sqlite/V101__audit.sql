CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms   INTEGER NOT NULL,
    actor   TEXT    NOT NULL,
    action  TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    address TEXT    NOT NULL,
    outcome TEXT    NOT NULL
) STRICT;

CREATE INDEX audit_by_action ON audit (action, id);
