-- Past lives. `last_at_ms` is the end of a session that is over.
CREATE TABLE sessions (
    id            INTEGER NOT NULL PRIMARY KEY,
    streamer_id   TEXT    NOT NULL REFERENCES streamers (id) ON DELETE CASCADE,
    started_at_ms INTEGER NOT NULL,
    last_at_ms    INTEGER NOT NULL,
    over          INTEGER NOT NULL
) STRICT;

CREATE INDEX sessions_of_streamer ON sessions (streamer_id, started_at_ms);
CREATE INDEX sessions_by_end ON sessions (over, last_at_ms);

-- `keep`: 1 an hour, 2 a day, 3 as long as the session.
CREATE TABLE session_points (
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    at_s       INTEGER NOT NULL,
    keep       INTEGER NOT NULL,
    lat        REAL    NOT NULL,
    lng        REAL    NOT NULL,
    speed_kmh  REAL    NOT NULL,
    altitude_m REAL    NOT NULL,
    heading    REAL    NOT NULL,
    satellites INTEGER NOT NULL,
    fix        TEXT    NOT NULL,
    PRIMARY KEY (session_id, at_s)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_points_to_thin ON session_points (keep, at_s) WHERE keep < 3;

CREATE TABLE session_health (
    session_id   INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    at_s         INTEGER NOT NULL,
    keep         INTEGER NOT NULL,
    score        INTEGER NOT NULL,
    state        TEXT    NOT NULL,
    active_links INTEGER NOT NULL,
    total_links  INTEGER NOT NULL,
    bitrate_kbps REAL    NOT NULL,
    PRIMARY KEY (session_id, at_s)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_health_to_thin ON session_health (keep, at_s) WHERE keep < 3;

CREATE TABLE session_events (
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    at_ms      INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    detail     TEXT    NOT NULL,
    PRIMARY KEY (session_id, at_ms, kind, detail)
) STRICT, WITHOUT ROWID;
