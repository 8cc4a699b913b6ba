package net.ratonet.relay.ingest.srtla;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnwantedNoteTest {

    private static final long SECOND = 1_000_000_000;

    private final UnwantedNote note = new UnwantedNote();

    @Test
    void keepsQuietAboutAFewStrays() {
        assertThat(note.note(tally(99, 0, 0), SECOND)).isEmpty();
    }

    @Test
    void speaksOnceAMinuteWithTheCountsSinceThen() {
        var first = note.note(tally(500, 0, 0), SECOND);
        var within = note.note(tally(9_000, 20, 1), 60 * SECOND);
        var after = note.note(tally(10_000, 30, 2), 61 * SECOND);

        assertThat(first).hasValueSatisfying(text -> assertThat(text).contains("500 packets"));
        assertThat(within).isEmpty();
        assertThat(after)
                .hasValueSatisfying(text ->
                        assertThat(text).contains("9500 packets", "30 without sense", "2 reg"));
        assertThat(note.note(tally(10_000, 30, 2), 500 * SECOND)).isEmpty();
    }

    private static SrtlaTally tally(long strangers, long senseless, long refused) {
        return new SrtlaTally(0, 0, 0, 0, 0, 0, strangers, senseless, 0, refused, 0);
    }
}
