package net.ratonet.relay.ingest.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyCandidatesTest {

    @ParameterizedTest
    @CsvSource({
        "live, KEY",
        "live, KEY?token=x",
        "live, live/KEY",
        "'', live/KEY",
        "live/, KEY",
        "live, KEY/",
        "live/KEY, ''",
        "KEY, ''",
        "live?key=KEY, stream",
        "live, stream?streamkey=KEY&x=1",
    })
    void findsTheKeyWhereEncodersPutIt(String app, String name) {
        assertThat(KeyCandidates.of(app, name)).contains("KEY");
    }

    @Test
    void findsNothingInNothingOrInTooMuch() {
        assertThat(KeyCandidates.of("", "")).isEmpty();
        assertThat(KeyCandidates.of("live", "K".repeat(300))).isEmpty();
    }

    @Test
    void triesOnlyAFew() {
        assertThat(KeyCandidates.of("a?key=1&key=2", "k?" + "key=3&".repeat(500)))
                .hasSizeLessThan(8);
    }
}
