package net.ratonet.station.telemetry.gps;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.station.telemetry.Collector;

/// Asks one source of positions after the other until one has something. Owned by its collector
/// thread.
public final class FirstThatAnswers implements Collector<GeoFix> {

    private final List<Collector<GeoFix>> sources;

    public FirstThatAnswers(List<Collector<GeoFix>> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public Optional<GeoFix> collect() throws IOException {
        var troubles = new StringBuilder("no GPS found: ");
        for (var source : sources) {
            try {
                var fix = source.collect();
                if (fix.isPresent()) {
                    return fix;
                }
            } catch (IOException trouble) {
                troubles.append(trouble.getMessage()).append("; ");
            }
        }
        troubles.setLength(troubles.length() - 2);
        throw new IOException(troubles.toString());
    }

    @Override
    public void close() {
        sources.forEach(Collector::close);
    }
}
