-- Streamers. Their keys are kept as SHA-256 (api_key_hash) or encrypted (pull_key, config): see SecretBox.
CREATE TABLE streamers (
    id           TEXT    NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    email        TEXT    NOT NULL,
    -- The e-mail as it is compared. NULL where two accounts taken over from an old database share one.
    email_key    TEXT    UNIQUE,
    api_key_hash TEXT    NOT NULL UNIQUE,
    pull_key     TEXT    NOT NULL,
    avatar_url   TEXT    NOT NULL,
    color        TEXT    NOT NULL,
    is_crown     INTEGER NOT NULL,
    socials      TEXT    NOT NULL,
    config       TEXT    NOT NULL,
    approved     INTEGER NOT NULL,
    created_at   TEXT    NOT NULL
) STRICT;

CREATE TABLE overlay_tokens (
    id          TEXT NOT NULL PRIMARY KEY,
    streamer_id TEXT NOT NULL REFERENCES streamers (id) ON DELETE CASCADE,
    label       TEXT NOT NULL,
    scopes      TEXT NOT NULL,
    token       TEXT NOT NULL,
    created_at  TEXT NOT NULL
) STRICT;

CREATE INDEX overlay_tokens_of_streamer ON overlay_tokens (streamer_id);

-- What the relay itself remembers, such as the hash of its own admin token.
CREATE TABLE relay_values (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
