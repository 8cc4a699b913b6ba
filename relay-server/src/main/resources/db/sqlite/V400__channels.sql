-- A streamer's media door. Key and passphrase are encrypted: see SecretBox. Settings are JSON.
CREATE TABLE channels (
    streamer_id TEXT NOT NULL PRIMARY KEY REFERENCES streamers (id) ON DELETE CASCADE,
    publish_key TEXT NOT NULL,
    passphrase  TEXT NOT NULL,
    settings    TEXT NOT NULL
) STRICT;

-- Keys for players. The token is encrypted.
CREATE TABLE play_tokens (
    id          TEXT    NOT NULL PRIMARY KEY,
    streamer_id TEXT    NOT NULL REFERENCES streamers (id) ON DELETE CASCADE,
    label       TEXT    NOT NULL,
    slate       INTEGER NOT NULL,
    token       TEXT    NOT NULL,
    created_at  TEXT    NOT NULL
) STRICT;

CREATE INDEX play_tokens_of_streamer ON play_tokens (streamer_id);
