package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.station.config.StreamTarget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContainerTest {

    @ParameterizedTest
    @CsvSource({
        "rtmp://a/b, FLV",
        "rtmps://a/b, FLV",
        "srt://a:1, MPEG_TS",
        "udp://a:1, MPEG_TS",
        "file:/a, MPEG_TS"
    })
    void followsFromTheTarget(String url, Container container) {
        assertThat(Container.of(StreamTarget.parse(url).orElseThrow())).isEqualTo(container);
    }
}
