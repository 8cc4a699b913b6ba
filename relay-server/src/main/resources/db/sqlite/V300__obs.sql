-- The OBS that a streamer has set for themselves. The password is encrypted: see SecretBox.
CREATE TABLE obs_settings (
    streamer_id TEXT    NOT NULL PRIMARY KEY REFERENCES streamers (id) ON DELETE CASCADE,
    enabled     INTEGER NOT NULL,
    host        TEXT    NOT NULL,
    port        INTEGER NOT NULL,
    password    TEXT    NOT NULL,
    rules       TEXT    NOT NULL
) STRICT;
