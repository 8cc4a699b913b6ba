package net.ratonet.station.telemetry.gps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.ratonet.station.telemetry.gps.BaudSearch.Trial;
import org.junit.jupiter.api.Test;

final class BaudSearchTest {

    private static final long STEP = BaudSearch.PATIENCE.toNanos();

    @Test
    void triesEverySpeedOfEveryPortOnce() {
        var tried = new ArrayList<String>();
        var trial = BaudSearch.start(List.of("a", "b"), 0);
        tried.add(trial.pathNow() + trial.rateNow());
        for (var next = BaudSearch.after(trial, 0, STEP); next.isPresent(); ) {
            trial = next.get();
            tried.add(trial.pathNow() + trial.rateNow());
            next = BaudSearch.after(trial, 0, trial.sinceNanos() + STEP);
        }

        assertThat(tried)
                .containsExactly(
                        "a9600", "a4800", "a115200", "a38400", "b9600", "b4800", "b115200",
                        "b38400");
    }

    @Test
    void givesAReceiverTimeToSpeak() {
        var trial = BaudSearch.start(List.of("a"), 0);

        assertThat(BaudSearch.after(trial, 0, STEP - 1)).contains(trial);
    }

    @Test
    void staysWhereGoodSentencesCome() {
        var found = BaudSearch.after(BaudSearch.start(List.of("a"), 0), 3, 1).orElseThrow();

        var later = BaudSearch.after(found, 0, 100 * STEP);

        assertThat(later).contains(new Trial(List.of("a"), 0, 0, 1, 3));
    }

    @Test
    void leavesAPortThatDoesNotOpenWithoutTryingItsSpeeds() {
        var trial = BaudSearch.start(List.of("a", "b"), 0);

        var second = BaudSearch.skip(trial, 5).orElseThrow();

        assertThat(second.pathNow()).isEqualTo("b");
        assertThat(BaudSearch.skip(second, 6)).isEmpty();
    }
}
