package net.ratonet.relay.telemetry.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;

final class SessionCodecTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final LiveSession SESSION =
            new LiveSession(
                    new SessionId(255), new StreamerId("rato"), NOON, NOON.plusSeconds(9), true);

    @Test
    void writesWhenASessionBeganAndEnded() {
        assertThat(Json.write(SessionCodec.encode(SESSION)))
                .isEqualTo(
                        "{\"id\":\"00000000000000ff\",\"started_at\":\"2026-05-01T12:00:00Z\","
                                + "\"ended_at\":\"2026-05-01T12:00:09Z\"}");
    }

    @Test
    void writesNoEndWhileItIsLive() {
        var running = new LiveSession(new SessionId(1), new StreamerId("rato"), NOON, NOON, false);

        assertThat(SessionCodec.encode(running).get("ended_at").isNull()).isTrue();
    }

    @Test
    void writesTrackHealthAndEvents() {
        var record =
                new SessionRecord(
                        SESSION,
                        List.of(
                                new TrackPoint(
                                        NOON, new GeoFix(1, 2, 3, 4, 5, 6, FixKind.THREE_D))),
                        List.of(new HealthSample(NOON, 90, HealthState.HEALTHY, 2, 3, 4_000)),
                        List.of(new SessionEvent(NOON, SessionEvent.Kind.SOURCE_SILENT, "phone")));

        var json = SessionCodec.encode(record);

        assertThat(Json.write(json.get("track")))
                .isEqualTo(
                        "[{\"at\":\"2026-05-01T12:00:00Z\",\"lat\":1.0,\"lng\":2.0,"
                                + "\"speed_kmh\":3.0,\"altitude_m\":4.0,\"heading\":5.0}]");
        assertThat(Json.write(json.get("health")))
                .isEqualTo(
                        "[{\"at\":\"2026-05-01T12:00:00Z\",\"score\":90,\"state\":\"healthy\","
                                + "\"active_links\":2,\"total_links\":3,\"bitrate_kbps\":4000.0}]");
        assertThat(Json.write(json.get("events")))
                .isEqualTo(
                        "[{\"at\":\"2026-05-01T12:00:00Z\",\"type\":\"source_silent\","
                                + "\"detail\":\"phone\"}]");
    }
}
