package net.ratonet.relay.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.relay.config.PlaceConfig;
import net.ratonet.relay.privacy.GeoPoint;
import net.ratonet.relay.privacy.PlaceName;
import net.ratonet.shared.flow.BackOff;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PlaceFinderTest {

    private static final StreamerId RATO = new StreamerId("rato");
    private static final StreamerId OTHER = new StreamerId("other");
    private static final PlaceName CENTRE = new PlaceName("Centro, Sorocaba, SP", "Sorocaba, SP");
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration NONE = Duration.ofNanos(1);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final FakeGeocoder geocoder = new FakeGeocoder();
    private final FakePlaceCache cache = new FakePlaceCache();
    private final Map<StreamerId, PlaceName> named = new ConcurrentHashMap<>();
    private PlaceFinder finder = finder("me@example.org", NONE, PlaceClient.PATIENCE);

    PlaceFinderTest() throws IOException {}

    @AfterEach
    void close() {
        finder.close();
        geocoder.close();
    }

    @Test
    void namesThePlaceOfAStreamer() {
        finder.start();

        finder.moved(RATO, -23.50123, -47.45871);

        awaitName(RATO);
        assertThat(named).containsEntry(RATO, CENTRE);
        assertThat(geocoder.asked)
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.query())
                            .isEqualTo(
                                    "format=json&zoom=14&addressdetails=1&lat=-23.501"
                                            + "&lon=-47.459&accept-language=pt-BR");
                    assertThat(asked.userAgent()).isEqualTo("RatoNet/0.1.0 (me@example.org)");
                });
    }

    @Test
    void asksOnceForAllWhoPassTheSameSpot() {
        finder.start();
        finder.moved(RATO, 10.0001, 20);
        awaitName(RATO);

        finder.moved(OTHER, 10.0002, 20);

        awaitName(OTHER);
        assertThat(geocoder.asked).hasSize(1);
    }

    @Test
    void asksNobodyWithoutAContactAddress() {
        finder.close();
        finder = finder("", NONE, PlaceClient.PATIENCE);
        finder.start();

        finder.moved(RATO, 10, 20);
        finder.close();

        assertThat(geocoder.asked).isEmpty();
        assertThat(named).isEmpty();
    }

    /// in the predecessor a slow geocoder held up everybody.
    @Test
    void aSilentProviderHoldsUpNobodyAndTakesNoNameAway() {
        finder.close();
        finder = finder("me@example.org", NONE, SHORT);
        geocoder.mood = FakeGeocoder.Mood.SILENT;
        cache.places.put(key(30, 40), CENTRE);
        finder.start();
        Await.until("the provider hangs", () -> movedAndAsked(1));

        for (var step = 0; step < 100_000; step++) {
            finder.moved(RATO, 10 + step % 50, 20);
        }
        finder.moved(OTHER, 30, 40);

        awaitName(OTHER);
        assertThat(named).doesNotContainKey(RATO);
    }

    @Test
    void doesNotWaitForAnAnswerThatStopsInTheMiddle() {
        finder.close();
        finder = finder("me@example.org", NONE, SHORT);
        geocoder.mood = FakeGeocoder.Mood.STOPS_IN_THE_MIDDLE;
        finder.start();
        Await.until("the provider stops", () -> movedAndAsked(1));

        geocoder.mood = FakeGeocoder.Mood.FRIENDLY;

        Await.until("it is asked again", () -> movedAndNamed(10, 20));
        assertThat(named).containsEntry(RATO, CENTRE);
    }

    @Test
    void asksAgainAfterNonsenseAndBreakdowns() {
        geocoder.mood = FakeGeocoder.Mood.TALKS_NONSENSE;
        finder.start();
        Await.until("nonsense", () -> movedAndAsked(1));
        geocoder.mood = FakeGeocoder.Mood.BROKEN;
        Await.until("a breakdown", () -> movedAndAsked(2));
        geocoder.mood = FakeGeocoder.Mood.FRIENDLY;

        Await.until("a name", () -> movedAndNamed(10, 20));
        assertThat(cache.places).containsValue(CENTRE);
    }

    @Test
    void leavesAProviderAloneThatTurnsItAwayButStillRemembers() {
        geocoder.mood = FakeGeocoder.Mood.BUSY;
        cache.places.put(key(30, 40), CENTRE);
        finder.start();
        finder.moved(RATO, 10, 20);
        Await.until("it is turned away", () -> !geocoder.asked.isEmpty());

        finder.moved(RATO, 11, 20);
        finder.moved(OTHER, 30, 40);

        awaitName(OTHER);
        assertThat(geocoder.asked).hasSize(1);
    }

    @Test
    void asksTheProviderAtMostOnceInAnInterval() {
        finder.close();
        finder = finder("me@example.org", SHORT, PlaceClient.PATIENCE);
        finder.start();

        for (var streamer = 0; streamer < 4; streamer++) {
            finder.moved(new StreamerId("s" + streamer), 10 + streamer, 20);
        }

        Await.until("all are named", () -> named.size() == 4);
        for (var index = 1; index < geocoder.asked.size(); index++) {
            var apart =
                    geocoder.asked.get(index).atNanos() - geocoder.asked.get(index - 1).atNanos();
            assertThat(apart).isGreaterThan(SHORT.toNanos() / 2);
        }
    }

    @Test
    void withdrawsAQuestionAboutAPlaceThatBecamePrivate() {
        finder.moved(RATO, 10, 20);
        finder.withdraw(RATO);
        finder.start();

        finder.moved(OTHER, 30, 40);

        awaitName(OTHER);
        assertThat(geocoder.asked).hasSize(1);
        assertThat(named).containsOnlyKeys(OTHER);
    }

    @Test
    void takesAContactWithALineBreakForText() {
        finder.close();
        finder = finder("me@example.org\r\nX-Evil: 1", NONE, PlaceClient.PATIENCE);
        finder.start();

        finder.moved(RATO, 10, 20);

        awaitName(RATO);
        assertThat(geocoder.asked.getFirst().userAgent()).contains("me@example.org??X-Evil");
    }

    private boolean movedAndNamed(double lat, double lng) {
        finder.moved(RATO, lat, lng);
        return named.containsKey(RATO);
    }

    private boolean movedAndAsked(int times) {
        finder.moved(RATO, 10, 20);
        return geocoder.asked.size() >= times;
    }

    private void awaitName(StreamerId id) {
        Await.until(id + " is named", () -> named.containsKey(id));
    }

    private PlaceKey key(double lat, double lng) {
        return PlaceKey.of(config("me@example.org"), new GeoPoint(lat, lng));
    }

    private PlaceConfig config(String contact) {
        return new PlaceConfig(geocoder.url(), contact, "pt-BR");
    }

    private PlaceFinder finder(String contact, Duration interval, Duration patience) {
        var ticker = Ticker.system();
        return new PlaceFinder(
                config(contact),
                cache,
                new PlaceClient(config(contact), "0.1.0", patience),
                named::put,
                new PlaceFinder.Clocks(() -> Instant.EPOCH, ticker),
                new ProviderPace(
                        interval,
                        new BackOff(NONE, NONE),
                        new BackOff(LONG, LONG),
                        ticker.nowNanos(),
                        0));
    }
}
