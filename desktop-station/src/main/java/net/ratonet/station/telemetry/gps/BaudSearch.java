package net.ratonet.station.telemetry.gps;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Finds the port and the speed of a receiver by listening: only at the right speed do checksums
/// fit. Pure: what was heard and the time come in, where to listen next comes out.
final class BaudSearch {

    /// By how common they are among receivers.
    static final List<Integer> RATES = List.of(9_600, 4_800, 115_200, 38_400);

    /// A receiver speaks once a second.
    static final Duration PATIENCE = Duration.ofMillis(2_200);

    private BaudSearch() {}

    /// Where to listen now, since when nothing good came, and how many good sentences did.
    record Trial(List<String> paths, int path, int rate, long sinceNanos, int heard) {

        Trial {
            paths = List.copyOf(paths);
            if (paths.isEmpty()) {
                throw new IllegalArgumentException("a search needs a port");
            }
        }

        String pathNow() {
            return paths.get(path);
        }

        int rateNow() {
            return RATES.get(rate);
        }

        boolean isFound() {
            return heard > 0;
        }
    }

    static Trial start(List<String> paths, long nowNanos) {
        return new Trial(paths, 0, 0, nowNanos, 0);
    }

    /// The trial to go on with, or nothing when the last speed of the last port was tried in vain:
    /// then it is time to look which ports there are.
    static Optional<Trial> after(Trial trial, int goodSentences, long nowNanos) {
        if (goodSentences > 0) {
            var heard = trial.heard + goodSentences;
            return Optional.of(new Trial(trial.paths, trial.path, trial.rate, nowNanos, heard));
        }
        if (trial.isFound() || nowNanos - trial.sinceNanos < PATIENCE.toNanos()) {
            return Optional.of(trial);
        }
        return trial.rate + 1 < RATES.size()
                ? Optional.of(new Trial(trial.paths, trial.path, trial.rate + 1, nowNanos, 0))
                : skip(trial, nowNanos);
    }

    /// Leaves a port that cannot be opened.
    static Optional<Trial> skip(Trial trial, long nowNanos) {
        return trial.path + 1 < trial.paths.size()
                ? Optional.of(new Trial(trial.paths, trial.path + 1, 0, nowNanos, 0))
                : Optional.empty();
    }
}
