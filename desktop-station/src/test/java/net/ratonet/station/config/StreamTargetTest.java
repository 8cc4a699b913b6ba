package net.ratonet.station.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StreamTargetTest {

    @Test
    void showsTheMachineButNeverTheKey() {
        assertThat(StreamTarget.parse("rtmp://user:pw@live.example:1935/app/key-1?a=b"))
                .hasValueSatisfying(target -> {
                    assertThat(target).hasToString("rtmp://live.example:1935/***");
                    assertThat(target.secretUrl()).endsWith("/app/key-1?a=b");
                });
        assertThat(StreamTarget.parse("srt://relay.example:9000?streamid=key-1"))
                .hasValueSatisfying(
                        target -> assertThat(target).hasToString("srt://relay.example:9000/***"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "http://x/y", "rtmp:", "rtmp://", "rtmp://a b", "file:"})
    void refusesWhatNobodyCanStreamTo(String text) {
        assertThat(StreamTarget.parse(text)).isEmpty();
    }

    @Test
    void goesThroughABondWhereTheSchemeSaysSo() {
        var target = StreamTarget.parse("srtla://r.example:5001?streamid=ana%2Fk").orElseThrow();

        assertThat(target.isBonded()).isTrue();
        assertThat(target.host()).isEqualTo("r.example");
        assertThat(target.port()).isEqualTo(5_001);
        assertThat(target.throughBond(4_711, 2_000).secretUrl())
                .isEqualTo(
                        "srt://127.0.0.1:4711?streamid=ana%2Fk&latency=2000000"
                                + "&connect_timeout=15000");
    }

    @Test
    void keepsALatencyThatTheAddressNames() {
        var target = StreamTarget.parse("srtla://r.example:5001?latency=800000").orElseThrow();

        assertThat(target.throughBond(1, 2_000).secretUrl())
                .contains("latency=800000")
                .doesNotContain("2000000");
    }

    @Test
    void wantsAPortForABond() {
        assertThat(StreamTarget.parse("srtla://r.example")).isEmpty();
        assertThat(StreamTarget.parse("srt-each://r.example")).isEmpty();
    }
}
