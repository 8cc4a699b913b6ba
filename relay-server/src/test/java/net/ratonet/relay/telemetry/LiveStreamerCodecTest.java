package net.ratonet.relay.telemetry;

import static net.ratonet.relay.telemetry.SimulatedField.AGENT;
import static net.ratonet.relay.telemetry.SimulatedField.RATO;
import static net.ratonet.relay.telemetry.SimulatedField.fix;
import static net.ratonet.relay.telemetry.SimulatedField.hardware;
import static net.ratonet.relay.telemetry.SimulatedField.health;
import static net.ratonet.relay.telemetry.SimulatedField.links;
import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.relay.privacy.PlaceName;
import net.ratonet.shared.telemetry.StarlinkReading;
import org.junit.jupiter.api.Test;

final class LiveStreamerCodecTest {

    private final SimulatedField field = new SimulatedField();

    @Test
    void writesTheNamesThatOldClientsRead() {
        field.report(AGENT, fix(10, 20));
        field.report(AGENT, hardware(42));
        field.report(AGENT, links(1));
        field.report(AGENT, new StarlinkReading(true, 30, 100, 10, 0, 60));
        field.board.judged(RATO, health(90));
        field.board.named(RATO, new PlaceName("Centro", ""));

        var json = LiveStreamerCodec.encode(field.live());

        assertThat(json.propertyNames())
                .containsExactly(
                        "gps",
                        "hardware",
                        "network_links",
                        "starlink",
                        "health",
                        "location_name",
                        "updated_at");
        assertThat(json.at("/gps/lat").asDouble()).isEqualTo(10);
        assertThat(json.at("/hardware/cpu_percent").asDouble()).isEqualTo(42);
        assertThat(json.at("/network_links/0/interface").asString()).isEqualTo("wwan0");
        assertThat(json.at("/health/state").asString()).isEqualTo("healthy");
        assertThat(json.at("/location_name").asString()).isEqualTo("Centro");
        assertThat(json.at("/updated_at").asString()).isEqualTo("2026-05-01T12:00:00Z");
    }

    @Test
    void leavesOutWhatIsUnknown() {
        field.connect(AGENT);

        var json = LiveStreamerCodec.encode(field.live());

        assertThat(json.propertyNames())
                .containsExactly("network_links", "health", "location_name", "updated_at");
    }
}
