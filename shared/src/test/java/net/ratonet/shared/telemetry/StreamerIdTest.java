package net.ratonet.shared.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StreamerIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "rato_1", "0b8ed3f4-3c2c-4a9e-9f55-d2f1f7a2a6f7", "Sao.Paulo-2"})
    void takesUuidsAndShortNames(String text) {
        assertThat(new StreamerId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "../x", "são", "a\n", "a\u0000", "a;b", "<b>"})
    void refusesWhatCouldMeanSomethingElseInAPathOrAPage(String text) {
        assertThatThrownBy(() -> new StreamerId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("streamer_id must have");
    }

    @Test
    void has64CharactersAtMost() {
        assertThat(StreamerId.isValid("a".repeat(64))).isTrue();
        assertThat(StreamerId.isValid("a".repeat(65))).isFalse();
    }
}
