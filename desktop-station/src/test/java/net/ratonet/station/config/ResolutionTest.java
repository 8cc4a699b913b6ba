package net.ratonet.station.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResolutionTest {

    @Test
    void readsWidthAndHeight() {
        assertThat(Resolution.parse("1280x720")).contains(new Resolution(1_280, 720));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1280", "1281x720", "9999x9999", "20x20", "1280X720", "-2x4"})
    void refusesWhatNoEncoderTakes(String text) {
        assertThat(Resolution.parse(text)).isEmpty();
    }
}
