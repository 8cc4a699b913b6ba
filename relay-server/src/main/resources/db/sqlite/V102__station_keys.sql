-- A key for each station, so that one can be revoked without the others. Kept as SHA-256.
CREATE TABLE station_keys (
    id           TEXT NOT NULL PRIMARY KEY,
    streamer_id  TEXT NOT NULL REFERENCES streamers (id) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    key_hash     TEXT NOT NULL UNIQUE,
    created_at   TEXT NOT NULL,
    -- When its station was last connected, to the minute; NULL before the first time.
    last_seen_at TEXT
) STRICT;

CREATE INDEX station_keys_of_streamer ON station_keys (streamer_id);
