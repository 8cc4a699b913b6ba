package net.ratonet.shared.wire;

import static net.ratonet.shared.wire.Messages.ARRIVAL;
import static net.ratonet.shared.wire.Messages.SENDER;
import static net.ratonet.shared.wire.Messages.accepted;
import static net.ratonet.shared.wire.Messages.message;
import static net.ratonet.shared.wire.Messages.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.telemetry.StarlinkReading;
import net.ratonet.shared.telemetry.StreamHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Messages as agents in the field write them today (Python, pydantic): what they send must be
/// understood for ever.
final class OldAgentTest {

    @Test
    void readsTheEnvelope() {
        var envelope =
                accepted(
                        """
                        {"type": "gps", "streamer_id": "rato",
                         "timestamp": "2026-06-01T12:00:00.123456+00:00",
                         "data": {"lat": -23.5505, "lng": -46.6333}}
                        """);

        assertThat(envelope.streamerId()).isEqualTo(SENDER);
        assertThat(envelope.timestamp()).isEqualTo(Instant.parse("2026-06-01T12:00:00.123456Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T12:00:00.123456, 2026-06-01T12:00:00.123456Z",
        "2026-06-01T12:00:00, 2026-06-01T12:00:00Z",
        "2026-06-01T12:00:00.123456+00:00, 2026-06-01T12:00:00.123456Z",
        "2026-06-01T12:00:00.123456Z, 2026-06-01T12:00:00.123456Z",
        "2026-06-01T12:00:00Z, 2026-06-01T12:00:00Z",
        "2026-06-01T09:00:00.5-03:00, 2026-06-01T12:00:00.5Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z"
    })
    void readsEveryWayPythonWritesATime(String written, Instant meant) {
        var text =
                """
                {"type":"gps","timestamp":"%s","data":{"lat":1,"lng":1}}\
                """
                        .formatted(written);

        assertThat(accepted(text).timestamp()).isEqualTo(meant);
    }

    @Test
    void takesTheTimeOfArrivalWhereTheTimestampIsMissing() {
        assertThat(accepted(message("gps", "{\"lat\":1,\"lng\":1}")).timestamp())
                .isEqualTo(ARRIVAL);
    }

    @Test
    void takesTheTimeOfArrivalWhereTheTimestampIsNull() {
        var text = "{\"type\":\"gps\",\"timestamp\":null,\"data\":{\"lat\":1,\"lng\":1}}";

        assertThat(accepted(text).timestamp()).isEqualTo(ARRIVAL);
    }

    @Test
    void takesTheConnectionsStreamerWhereTheIdIsMissing() {
        var text = "{\"type\":\"gps\",\"data\":{\"lat\":1,\"lng\":1}}";

        assertThat(accepted(text).streamerId()).isEqualTo(SENDER);
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        var text =
                """
                {"type":"gps","streamer_id":"rato","agent_version":"1.4.2","seq":12,
                 "data":{"lat":1.5,"lng":2.5,"hdop":0.9,"nested":{"deep":[1,2,3]}}}
                """;

        assertThat(reading(text)).isEqualTo(new GeoFix(1.5, 2.5, 0, 0, 0, 0, FixKind.NONE));
    }

    @Test
    void readsAPosition() {
        var text =
                message(
                        "gps",
                        """
                        {"lat": -23.5505, "lng": -46.6333, "speed_kmh": 12.4, "altitude_m": 760.0,
                         "heading": 271.5, "satellites": 9, "fix": "3d"}\
                        """);

        assertThat(reading(text))
                .isEqualTo(new GeoFix(-23.5505, -46.6333, 12.4, 760, 271.5, 9, FixKind.THREE_D));
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryKindOfFix(FixKind fix) {
        var text = message("gps", "{\"lat\":1,\"lng\":1,\"fix\":\"%s\"}".formatted(fix.wireName()));

        assertThat(((GeoFix) reading(text)).fix()).isEqualTo(fix);
    }

    @Test
    void readsWholeNumbersWhereFractionsAreUsual() {
        var text = message("gps", "{\"lat\":-23,\"lng\":-46,\"speed_kmh\":0,\"heading\":360}");

        assertThat(reading(text)).isEqualTo(new GeoFix(-23, -46, 0, 0, 360, 0, FixKind.NONE));
    }

    @Test
    void readsAWholeNumberThatPythonWroteAsAFraction() {
        var text = message("gps", "{\"lat\":1,\"lng\":1,\"satellites\":9.0}");

        assertThat(((GeoFix) reading(text)).satellites()).isEqualTo(9);
    }

    @Test
    void readsAMachineWithABattery() {
        var text =
                message(
                        "hardware",
                        """
                        {"cpu_percent": 41.2, "cpu_temp_c": 63.5, "ram_percent": 55.1,
                         "disk_percent": 20.0, "battery_percent": 87.0, "battery_charging": true}\
                        """);

        assertThat(reading(text))
                .isEqualTo(new HardwareReading(41.2, 63.5, 55.1, 20, OptionalDouble.of(87), true));
    }

    @Test
    void readsAMachineWithoutABattery() {
        var text =
                message(
                        "hardware",
                        """
                        {"cpu_percent": 41.2, "cpu_temp_c": 63.5, "ram_percent": 55.1,
                         "disk_percent": 20.0, "battery_percent": null, "battery_charging": false}\
                        """);

        assertThat(reading(text))
                .isEqualTo(
                        new HardwareReading(41.2, 63.5, 55.1, 20, OptionalDouble.empty(), false));
    }

    @Test
    void readsTheLinks() {
        var text =
                message(
                        "network",
                        """
                        {"links": [
                          {"interface": "wwan0", "type": "4g", "connected": true, "rtt_ms": 48.2,
                           "jitter_ms": 6.1, "packet_loss_pct": 0.5, "bandwidth_mbps": 12.75,
                           "score": 83},
                          {"interface": "wlan0", "type": "wifi", "connected": false, "rtt_ms": 0,
                           "jitter_ms": 0, "packet_loss_pct": 100.0, "bandwidth_mbps": 0,
                           "score": 0}]}\
                        """);

        assertThat(reading(text))
                .isEqualTo(
                        new NetworkReading(
                                List.of(
                                        new LinkReading(
                                                "wwan0",
                                                LinkClass.MOBILE,
                                                true,
                                                48.2,
                                                6.1,
                                                0.5,
                                                12.75,
                                                83),
                                        new LinkReading(
                                                "wlan0", LinkClass.WIFI, false, 0, 0, 100, 0, 0))));
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryClassOfLink(LinkClass type) {
        var text =
                message(
                        "network",
                        "{\"links\":[{\"interface\":\"x\",\"type\":\"%s\"}]}"
                                .formatted(type.wireName()));

        assertThat(((NetworkReading) reading(text)).links())
                .extracting(LinkReading::type)
                .containsExactly(type);
    }

    @Test
    void readsAStationWithoutLinks() {
        assertThat(reading(message("network", "{\"links\":[]}")))
                .isEqualTo(new NetworkReading(List.of()));
        assertThat(reading(message("network", "{}"))).isEqualTo(new NetworkReading(List.of()));
    }

    @Test
    void readsTheDish() {
        var text =
                message(
                        "starlink",
                        """
                        {"connected": true, "latency_ms": 34.0, "download_mbps": 152.3,
                         "upload_mbps": 14.8, "obstruction_pct": 1.2, "uptime_s": 86400}\
                        """);

        assertThat(reading(text))
                .isEqualTo(new StarlinkReading(true, 34, 152.3, 14.8, 1.2, 86_400));
    }

    @Test
    void readsTheAgentsOwnVerdict() {
        var text =
                message(
                        "health",
                        """
                        {"score": 72, "state": "degraded", "active_links": 1, "total_links": 2,
                         "bitrate_kbps": 2480.5, "message": "1 de 2 links ativo"}\
                        """);

        assertThat(reading(text))
                .isEqualTo(
                        new StreamHealth(
                                72, HealthState.DEGRADED, 1, 2, 2480.5, "1 de 2 links ativo"));
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryState(HealthState state) {
        var text = message("health", "{\"state\":\"%s\"}".formatted(state.wireName()));

        assertThat(((StreamHealth) reading(text)).state()).isEqualTo(state);
    }

    @Test
    void countsMissingOptionalFieldsAsZero() {
        assertThat(reading(message("hardware", "{}")))
                .isEqualTo(new HardwareReading(0, 0, 0, 0, OptionalDouble.empty(), false));
        assertThat(reading(message("starlink", "{}")))
                .isEqualTo(new StarlinkReading(false, 0, 0, 0, 0, 0));
        assertThat(reading(message("health", "{}")))
                .isEqualTo(new StreamHealth(0, HealthState.DOWN, 0, 0, 0, ""));
        assertThat(reading(message("network", "{\"links\":[{\"interface\":\"wwan0\"}]}")))
                .isEqualTo(
                        new NetworkReading(
                                List.of(
                                        new LinkReading(
                                                "wwan0",
                                                LinkClass.UNKNOWN,
                                                false,
                                                0,
                                                0,
                                                0,
                                                0,
                                                0))));
    }

    @Test
    void readsTheEncodersStatusAsPlainValues() {
        var text =
                message(
                        "stream_status",
                        """
                        {"encoder": "x264", "fps": 29.97, "dropped": 3, "live": true,
                         "last_error": null, "outputs": [1, 2], "detail": {"a": 1}}\
                        """);

        assertThat(accepted(text).message())
                .isEqualTo(
                        new FieldMessage.Status(
                                Map.of(
                                        "encoder", "x264", "fps", "29.97", "dropped", "3", "live",
                                        "true")));
    }
}
