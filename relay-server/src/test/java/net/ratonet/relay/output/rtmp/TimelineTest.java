package net.ratonet.relay.output.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TimelineTest {

    private static final long END = 1L << 33;

    private final Timeline timeline = new Timeline();

    @Test
    void beginsAtNothing() {
        assertThat(timeline.place(123_456)).isZero();
        assertThat(timeline.place(126_456)).isEqualTo(3_000);
        assertThat(timeline.place(124_956)).isEqualTo(1_500);
    }

    @Test
    void goesOnWhereTheBitsBeginAnew() {
        timeline.place(END - 1_000);

        assertThat(timeline.place(2_000)).isEqualTo(3_000);
        assertThat(timeline.place(END - 500)).isEqualTo(500);
    }

    @Test
    void goesOnWhereItWasAfterACut() {
        timeline.place(90_000_000);
        timeline.place(90_003_000);

        assertThat(timeline.place(5_000)).isEqualTo(6_000);
        assertThat(timeline.place(8_000)).isEqualTo(9_000);
        assertThat(timeline.place(90_000_000)).isEqualTo(12_000);
    }

    @Test
    void keepsAGapInTheStream() {
        timeline.place(0);

        assertThat(timeline.place(9 * 90_000)).isEqualTo(9 * 90_000);
    }
}
