package net.ratonet.station.local;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;

final class MetricsTextTest {

    @Test
    void namesEachNumberByItsPlace() {
        var status = Json.object();
        status.putObject("stream").put("state", "live").put("fps", 29.5).put("dropped_frames", 2);

        assertThat(MetricsText.of(status).lines())
                .containsExactly(
                        "# TYPE ratonet_station_stream_dropped_frames_total counter",
                        "ratonet_station_stream_dropped_frames_total 2",
                        "# TYPE ratonet_station_stream_fps gauge",
                        "ratonet_station_stream_fps 29.5",
                        "# TYPE ratonet_station_stream_state gauge",
                        "ratonet_station_stream_state{state=\"live\"} 1");
    }

    @Test
    void tellsLinksApartAndKeepsTheirSamplesTogether() {
        var status = Json.object();
        var links = status.putArray("links");
        links.addObject().put("link", "wwan0").put("rtt_ms", 40).put("connected", true);
        links.addObject().put("link", "a\"b\\c").put("rtt_ms", 0.5).put("connected", false);

        assertThat(MetricsText.of(status).lines())
                .containsExactly(
                        "# TYPE ratonet_station_link_connected gauge",
                        "ratonet_station_link_connected{link=\"wwan0\"} 1",
                        "ratonet_station_link_connected{link=\"a\\\"b\\\\c\"} 0",
                        "# TYPE ratonet_station_link_rtt_ms gauge",
                        "ratonet_station_link_rtt_ms{link=\"wwan0\"} 40",
                        "ratonet_station_link_rtt_ms{link=\"a\\\"b\\\\c\"} 0.5",
                        "# TYPE ratonet_station_links_count gauge",
                        "ratonet_station_links_count 2");
    }
}
