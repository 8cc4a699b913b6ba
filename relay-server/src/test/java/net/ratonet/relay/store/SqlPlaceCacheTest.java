package net.ratonet.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import net.ratonet.relay.place.PlaceKey;
import net.ratonet.relay.privacy.PlaceName;
import net.ratonet.shared.testing.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlPlaceCacheTest {

    private static final PlaceName CENTRE = new PlaceName("Centro, Sorocaba", "Sorocaba");
    private static final PlaceKey KEY =
            new PlaceKey("https://a.example", "pt-BR", -23_501, -47_459);

    @TempDir private Path folder;
    private final FakeClock clock = new FakeClock(Instant.parse("2026-05-01T12:00:00Z"));
    private Database database;
    private SqlPlaceCache cache;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("relay.db"));
        cache = new SqlPlaceCache(database, clock);
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @Test
    void remembersAcrossARestart() throws IOException {
        cache.keep(KEY, CENTRE, clock.instant());
        database.close();
        open();

        assertThat(cache.find(KEY)).contains(CENTRE);
    }

    @Test
    void knowsProviderLanguageAndCellApart() throws IOException {
        keep(KEY, CENTRE);

        assertThat(cache.find(new PlaceKey("https://b.example", "pt-BR", -23_501, -47_459)))
                .isEmpty();
        assertThat(cache.find(new PlaceKey("https://a.example", "en", -23_501, -47_459))).isEmpty();
        assertThat(cache.find(new PlaceKey("https://a.example", "pt-BR", -23_502, -47_459)))
                .isEmpty();
    }

    @Test
    void replacesAnOlderAnswer() throws IOException {
        keep(KEY, CENTRE);

        keep(KEY, PlaceName.UNKNOWN);

        assertThat(cache.find(KEY)).contains(PlaceName.UNKNOWN);
    }

    @Test
    void forgetsAfterHalfAYear() throws IOException {
        keep(KEY, CENTRE);
        clock.advance(Duration.ofDays(179));
        assertThat(cache.find(KEY)).isPresent();

        clock.advance(Duration.ofDays(1));

        assertThat(cache.find(KEY)).isEmpty();
    }

    @Test
    void knowsNothingWhenTheDatabaseIsClosed() throws IOException {
        keep(KEY, CENTRE);

        database.close();

        assertThat(cache.find(KEY)).isEmpty();
    }

    private void keep(PlaceKey key, PlaceName place) throws IOException {
        cache.keep(key, place, clock.instant());
        database.change(_ -> {});
    }
}
