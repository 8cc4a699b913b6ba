package net.ratonet.relay.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import net.ratonet.relay.place.PlaceCache;
import net.ratonet.relay.place.PlaceKey;
import net.ratonet.relay.privacy.PlaceName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The geocoder's answers in the database. They are forgotten after half a year, because places
/// change their names; at one question a second that also bounds the table.
public final class SqlPlaceCache implements PlaceCache {

    private static final Logger LOG = LoggerFactory.getLogger(SqlPlaceCache.class);
    private static final Duration FRESH = Duration.ofDays(180);

    private final Database database;
    private final InstantSource clock;

    public SqlPlaceCache(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<PlaceName> find(PlaceKey key) {
        var oldest = clock.instant().minus(FRESH);
        try {
            return database.read(handle -> PlaceTable.find(handle, key, oldest));
        } catch (IOException failure) {
            LOG.warn("The remembered places cannot be read: {}", failure.getMessage());
            return Optional.empty();
        }
    }

    /// An answer that is lost is asked for again, so nobody waits for the disk.
    @Override
    public void keep(PlaceKey key, PlaceName place, Instant at) {
        database.changeLater(handle -> {
            PlaceTable.upsert(handle, key, place, at);
            PlaceTable.deleteBefore(handle, at.minus(FRESH));
        });
    }
}
