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
}
