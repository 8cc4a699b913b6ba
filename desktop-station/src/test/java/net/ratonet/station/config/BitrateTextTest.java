package net.ratonet.station.config;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.shared.telemetry.Bitrate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BitrateTextTest {

    @Test
    void readsRatesAsFfmpegWritesThem() {
        assertThat(BitrateText.parse("4000k")).contains(Bitrate.ofKbps(4_000));
        assertThat(BitrateText.parse("2.5M")).contains(Bitrate.ofKbps(2_500));
        assertThat(BitrateText.parse("800000")).contains(Bitrate.ofKbps(800));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "-4k", "4g", "4 k", "k", "1e9"})
    void refusesWhatIsNoRate(String text) {
        assertThat(BitrateText.parse(text)).isEmpty();
    }
}
