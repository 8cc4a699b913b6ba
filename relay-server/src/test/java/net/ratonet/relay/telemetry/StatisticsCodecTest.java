package net.ratonet.relay.telemetry;

import static net.ratonet.relay.telemetry.SimulatedField.AGENT;
import static net.ratonet.relay.telemetry.SimulatedField.health;
import static net.ratonet.relay.telemetry.SimulatedField.links;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;

final class StatisticsCodecTest {

    private static final MediaStatistics STREAM =
            new MediaStatistics(
                    Bitrate.ofKbps(4_000.4),
                    52.5,
                    3,
                    2,
                    8.5,
                    Duration.ofMillis(480),
                    Duration.ofSeconds(90));

    @Test
    void writesEveryFieldOfSrtLiveServer() {
        var json = StatisticsCodec.encodeSls(Map.of("publish/live/rato", STREAM));

        assertThat(Json.write(json))
                .isEqualTo(
                        "{\"publishers\":{\"publish/live/rato\":{\"bitrate\":4000,"
                                + "\"bytesRcvDrop\":2632,\"bytesRcvLoss\":3948,"
                                + "\"mbpsBandwidth\":8.5,\"mbpsRecvRate\":4.0004,\"msRcvBuf\":480,"
                                + "\"pktRcvDrop\":2,\"pktRcvLoss\":3,\"rtt\":52.5,\"uptime\":90}},"
                                + "\"status\":\"ok\"}");
    }

    @Test
    void writesEveryFieldOfBelabox() {
        var json = StatisticsCodec.encodeBelabox(Map.of("rato", STREAM));

        assertThat(Json.write(json))
                .isEqualTo(
                        "{\"publishers\":{\"rato\":"
                                + "{\"bitrate\":4000,\"rtt\":52.5,\"dropped_pkts\":2}}}");
    }

    @Test
    void leavesOutAStreamThatIsNotThere() {
        assertThat(Json.write(StatisticsCodec.encodeSls(Map.of())))
                .isEqualTo("{\"publishers\":{},\"status\":\"ok\"}");
        assertThat(Json.write(StatisticsCodec.encodeBelabox(Map.of())))
                .isEqualTo("{\"publishers\":{}}");
    }

    @Test
    void takesTheAgentsWordForWantOfBetter() {
        var field = new SimulatedField();
        field.report(AGENT, health(90));
        field.report(
                AGENT,
                new NetworkReading(
                        List.of(
                                new LinkReading("a", LinkClass.MOBILE, true, 40, 0, 2, 5, 90),
                                new LinkReading("b", LinkClass.MOBILE, true, 60, 0, 4, 3, 90),
                                new LinkReading("c", LinkClass.WIFI, false, 900, 0, 100, 0, 0))));

        var statistics = MediaStatistics.asReported(field.live(), field.now.plusSeconds(30));

        assertThat(statistics)
                .isEqualTo(
                        new MediaStatistics(
                                Bitrate.ofKbps(4_000),
                                50,
                                11,
                                0,
                                8,
                                Duration.ZERO,
                                Duration.ofSeconds(30)));
    }

    @Test
    void hasNothingToReportOfAnAgentThatSaysNothing() {
        var field = new SimulatedField();
        field.report(AGENT, links(0));

        var statistics = MediaStatistics.asReported(field.live(), field.now);

        assertThat(statistics.bitrate()).isEqualTo(Bitrate.ZERO);
        assertThat(statistics.rttMs()).isZero();
    }
}
