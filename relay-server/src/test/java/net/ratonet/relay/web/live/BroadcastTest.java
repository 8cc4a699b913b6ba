package net.ratonet.relay.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.privacy.TimedFix;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.telemetry.StreamHealth;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.Test;

class BroadcastTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final StreamerId ANA = new StreamerId("ana");
    private static final StreamerId BIA = new StreamerId("bia");
    private static final long MS = Duration.ofMillis(1).toNanos();

    private final Broadcast broadcast =
            new Broadcast(id -> Optional.of(account(id)), Outbox::sent, 0);

    @Test
    void sendsNewcomersEverythingOnce() {
        var line = join(Dialect.WHOLE);
        broadcast.round(List.of(live(ANA, 1)), 0);
        broadcast.round(List.of(), MS);

        assertThat(line.types()).containsExactly("full_sync");
        assertThat(line.last().path("data").path("streamers").size()).isEqualTo(1);
    }

    @Test
    void tellsOfComingThenUpdatingThenGoing() {
        var line = join(Dialect.WHOLE);
        broadcast.round(List.of(), 0);

        broadcast.round(List.of(live(ANA, 1)), MS);
        broadcast.round(List.of(live(ANA, 2)), 2 * MS);
        broadcast.round(List.of(offline(ANA)), 3 * MS);

        assertThat(line.types())
                .containsExactly(
                        "full_sync",
                        "streamer_online",
                        "streamer_update",
                        "streamer_update",
                        "streamer_offline");
    }

    @Test
    void sendsABusyDashboardOnlyTheNewestOnceItIsFree() {
        broadcast.round(List.of(live(ANA, 0), live(BIA, 0)), 0);
        var line = join(Dialect.WHOLE);
        broadcast.round(List.of(), MS);
        line.hold();
        broadcast.round(List.of(live(ANA, 1)), 2 * MS);

        for (var lat = 2; lat <= 50; lat++) {
            broadcast.round(List.of(live(ANA, lat)), (1 + lat) * MS);
        }
        broadcast.round(List.of(live(BIA, 9)), 60 * MS);
        var before = line.types().size();
        line.release();
        broadcast.round(List.of(), 61 * MS);

        assertThat(line.types().size() - before).isEqualTo(2);
        assertThat(line.sent(before).path("data").path("streamer").path("gps").path("lat").asInt())
                .isEqualTo(50);
        assertThat(line.last().path("data").path("streamer_id").asString()).isEqualTo("bia");
        assertThat(broadcast.dropped()).isEqualTo(50);
    }

    @Test
    void sendsABusyDashboardEverythingAnewWhenSomebodyCameOrWent() {
        broadcast.round(List.of(live(ANA, 0)), 0);
        var line = join(Dialect.WHOLE);
        broadcast.round(List.of(), MS);
        line.hold();
        broadcast.round(List.of(live(ANA, 1)), 2 * MS);

        broadcast.round(List.of(offline(ANA)), 3 * MS);
        line.release();
        broadcast.round(List.of(), 4 * MS);

        assertThat(line.last().path("type").asString()).isEqualTo("full_sync");
        assertThat(line.last().path("data").path("streamers").size()).isZero();
    }

    @Test
    void closesTheDashboardThatStaysBehindAndNoOther() {
        var slow = join(Dialect.WHOLE);
        var good = join(Dialect.WHOLE);
        slow.hold();
        broadcast.round(List.of(live(ANA, 0)), 0);

        broadcast.round(List.of(live(ANA, 1)), Broadcast.MOST_BEHIND_NANOS - 1);
        assertThat(slow.closed()).isEmpty();
        broadcast.round(List.of(live(ANA, 2)), Broadcast.MOST_BEHIND_NANOS);

        assertThat(slow.closed()).contains("1013 too slow: more than 10 s behind");
        assertThat(good.closed()).isEmpty();
        assertThat(good.types()).hasSize(3);
    }

    @Test
    void sendsDeltasNoOftenerThanEveryHundredMilliseconds() {
        var line = join(Dialect.DELTA_PLAIN);
        broadcast.round(List.of(live(ANA, 0)), 0);

        for (var ms = 1; ms < 100; ms++) {
            broadcast.round(List.of(live(ANA, ms % 90)), ms * MS);
        }
        assertThat(line.types()).containsExactly("snapshot");
        broadcast.round(List.of(), 100 * MS);

        assertThat(line.types()).containsExactly("snapshot", "delta");
        assertThat(line.last().path("streamers").path("ana").path("gps").path("lat").asInt())
                .isEqualTo(9);
    }

    @Test
    void doesNotMakeOneStreamerWaitForAnother() {
        var line = join(Dialect.DELTA_PLAIN);
        broadcast.round(List.of(live(ANA, 0)), 0);
        broadcast.round(List.of(live(BIA, 0)), 40 * MS);

        broadcast.round(List.of(live(ANA, 1), live(BIA, 1)), 100 * MS);

        assertThat(line.types()).containsExactly("snapshot", "delta", "delta");
        assertThat(line.last().path("streamers").propertyNames()).containsExactly("ana");
        assertThat(broadcast.idleNanos(100 * MS)).isEqualTo(40 * MS);
    }

    @Test
    void numbersItsDeltasWithoutGaps() {
        var line = join(Dialect.DELTA_PLAIN);
        broadcast.round(List.of(live(ANA, 0)), 0);
        var first = line.last().path("seq").asLong();

        for (var step = 1; step <= 5; step++) {
            broadcast.round(List.of(live(ANA, step)), 100 * MS * step);
            assertThat(line.last().path("seq").asLong()).isEqualTo(first + step);
        }
    }

    @Test
    void saysInADeltaThatSomebodyWent() {
        var line = join(Dialect.DELTA_PLAIN);
        broadcast.round(List.of(live(ANA, 0)), 0);

        broadcast.round(List.of(offline(ANA)), 100 * MS);

        assertThat(line.last().path("streamers").path("ana").isNull()).isTrue();
    }

    @Test
    void sendsADashboardThatMissedADeltaTheWholePicture() {
        var line = join(Dialect.DELTA_PLAIN);
        broadcast.round(List.of(live(ANA, 0)), 0);
        line.hold();
        broadcast.round(List.of(live(ANA, 1)), 100 * MS);

        broadcast.round(List.of(live(ANA, 2)), 200 * MS);
        line.release();
        broadcast.round(List.of(), 201 * MS);

        assertThat(line.last().path("type").asString()).isEqualTo("snapshot");
        assertThat(line.last().path("streamers").path("ana").path("gps").path("lat").asInt())
                .isEqualTo(2);
    }

    @Test
    void waitsForTheNextDeltaWhenOneIsDue() {
        join(Dialect.DELTA);
        broadcast.round(List.of(live(ANA, 0)), 0);
        assertThat(broadcast.idleNanos(MS)).isEqualTo(Duration.ofSeconds(1).toNanos());

        broadcast.round(List.of(live(ANA, 1)), 40 * MS);

        assertThat(broadcast.idleNanos(40 * MS)).isEqualTo(60 * MS);
    }

    @Test
    void asksQuietDashboardsWhetherTheyAreStillThere() {
        var line = join(Dialect.WHOLE);
        broadcast.round(List.of(), 0);

        broadcast.round(List.of(), Duration.ofSeconds(20).toNanos());

        assertThat(line.pings()).isEqualTo(1);
    }

    private FakeLine join(Dialect dialect) {
        var line = new FakeLine();
        broadcast.join(new Outbox(line, dialect));
        return line;
    }

    private static Change offline(StreamerId id) {
        return new Change(id, Optional.empty(), true);
    }

    private static Change live(StreamerId id, double lat) {
        var fix = new GeoFix(lat, 2, 0, 0, 0, 8, FixKind.THREE_D);
        var health = new StreamHealth(100, HealthState.HEALTHY, 1, 1, 4_000, "ok");
        return new Change(
                id,
                Optional.of(
                        new LiveStreamer(
                                id,
                                NOW,
                                NOW,
                                Optional.of(new TimedFix(fix, NOW, NOW)),
                                Optional.empty(),
                                new NetworkReading(List.of()),
                                Optional.empty(),
                                Optional.empty(),
                                health,
                                "",
                                Map.of())),
                true);
    }

    private static Account account(StreamerId id) {
        return new Account(
                id, id.value(), "e@example.org", "", "#ff6600", false, true, List.of(), NOW);
    }
}
