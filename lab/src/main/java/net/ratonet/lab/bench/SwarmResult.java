package net.ratonet.lab.bench;

import java.util.List;
import net.ratonet.lab.bench.Swarm.Dashboard;
import org.HdrHistogram.Histogram;

/// What the dashboards of one measured run saw.
record SwarmResult(Histogram delayMicros, int sent, long lengthNanos, List<Dashboard> dashboards) {

    double sentPerSecond() {
        return sent * 1e9 / lengthNanos;
    }

    double framesPerSecond() {
        return dashboards.stream().mapToLong(Dashboard::frameCount).sum() * 1e9 / lengthNanos;
    }

    double bytesPerUpdate() {
        var updates = dashboards.stream().mapToLong(Dashboard::updateCount).sum();
        return updates == 0
                ? 0
                : (double) dashboards.stream().mapToLong(Dashboard::byteCount).sum() / updates;
    }

    double millisAt(double percentile) {
        return delayMicros.getValueAtPercentile(percentile) / 1_000.0;
    }
}
