package net.ratonet.relay.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LastWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    srt://h:1?streamid=publish/live/abc&latency=1 | srt://h:1?streamid=***&latency=1
                    srt://h:1?passphrase=long-one&mode=caller     | srt://h:1?passphrase=***&mode=caller
                    rtmps://a.tv:443/app/live_12_aBc?x=y: broken  | rtmps://a.tv:443/app/***
                    Error opening rtmp://h/live/k3y               | Error opening rtmp://h/live/***
                    http://me:pw@h/a.ts?token=t                   | http://***@h/a.ts?token=***
                    stream live_abcDEF gone                       | stream live_*** gone
                    Output #0 has no stream                       | Output #0 has no stream
                    """)
    void masksWhatNobodyMayRead(String said, String kept) {
        assertThat(LastWords.masked(said)).startsWith(kept);
    }

    @Test
    void keepsOnlyTheNewestLinesAndCutsLongOnes() {
        var words = new LastWords();

        for (var line = 0; line < 100; line++) {
            words.add(line + "x".repeat(1_000));
        }
        words.add("  ");

        assertThat(words.lines()).hasSize(40).allMatch(line -> line.length() <= 401);
        assertThat(words.lines().getLast()).startsWith("99x");
    }
}
