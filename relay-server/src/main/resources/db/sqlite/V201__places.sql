-- What the reverse geocoder answered for cells of a thousandth of a degree.
CREATE TABLE places (
    provider   TEXT    NOT NULL,
    language   TEXT    NOT NULL,
    lat_milli  INTEGER NOT NULL,
    lng_milli  INTEGER NOT NULL,
    full_name  TEXT    NOT NULL,
    town       TEXT    NOT NULL,
    kept_at_ms INTEGER NOT NULL,
    PRIMARY KEY (provider, language, lat_milli, lng_milli)
) STRICT, WITHOUT ROWID;

CREATE INDEX places_by_age ON places (kept_at_ms);
