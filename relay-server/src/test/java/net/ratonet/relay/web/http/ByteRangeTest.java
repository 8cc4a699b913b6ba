package net.ratonet.relay.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99,0,100",
        "bytes=0-0,0,1",
        "bytes=900-,900,100",
        "bytes=900-5000,900,100",
        "bytes=-100,900,100",
        "bytes=-5000,0,1000",
        "bytes=999-999,999,1"
    })
    void findsThePart(String header, long from, long length) {
        assertThat(ByteRange.of(Optional.of(header), 1_000))
                .isEqualTo(new ByteRange.Part(from, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=9-3", "bytes=-0"})
    void refusesWhatTheFileDoesNotHave(String header) {
        assertThat(ByteRange.of(Optional.of(header), 1_000)).isEqualTo(new ByteRange.Beyond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=0-1,5-6",
                "lines=0-1",
                "bytes=99999999999999999999-"
            })
    void takesAnythingElseForTheWholeFile(String header) {
        assertThat(ByteRange.of(Optional.of(header), 1_000)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void hasNoPartOfAnEmptyFile() {
        assertThat(ByteRange.of(Optional.of("bytes=0-"), 0)).isEqualTo(new ByteRange.Beyond());
        assertThat(ByteRange.of(Optional.empty(), 0)).isEqualTo(new ByteRange.Whole());
    }
}
