package net.ratonet.relay.output.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.ratonet.relay.output.recording.QuotaJudge.Stored;
import net.ratonet.shared.telemetry.StreamerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps recordings within their quotas. One thread keeps; any thread may read the figures.
final class QuotaKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(QuotaKeeper.class);
    private static final String ALL = "all streamers together";

    private final RecordingConfig config;
    private final RecordingLibrary library;
    private final QuotaJudge judge;
    private final Map<StreamerId, QuotaReading> readings = new ConcurrentHashMap<>();
    private final Set<String> warned = new HashSet<>();
    private volatile QuotaReading total;

    QuotaKeeper(RecordingConfig config, RecordingLibrary library) {
        this.config = config;
        this.library = library;
        this.judge = new QuotaJudge(config.quotaPerStreamer(), config.quotaTotal());
        this.total = new QuotaReading(0, config.quotaTotal());
    }

    QuotaReading reading(StreamerId streamer) {
        var nothing = new QuotaReading(0, config.quotaPerStreamer());
        return readings.getOrDefault(streamer, nothing);
    }

    QuotaReading total() {
        return total;
    }

    /// Deletes what is too much, and warns before it comes to that.
    void keep() throws IOException {
        var all = new ArrayList<>(everything());
        measure(all);
        for (var gone : judge.tooMuch(all)) {
            var name = gone.recording().name();
            library.delete(gone.streamer(), name);
            LOG.info("{}: deleted recording {} to make room", gone.streamer(), name);
            all.remove(gone);
        }
        measure(all);
    }

    private void measure(List<Stored> all) {
        var byStreamer = all.stream().collect(Collectors.groupingBy(Stored::streamer));
        readings.keySet().retainAll(byStreamer.keySet());
        byStreamer.forEach((streamer, own) -> {
            var reading = new QuotaReading(QuotaJudge.bytes(own), config.quotaPerStreamer());
            readings.put(streamer, reading);
            warn(streamer.value(), reading);
        });
        total = new QuotaReading(QuotaJudge.bytes(all), config.quotaTotal());
        warn(ALL, total);
    }

    private void warn(String who, QuotaReading reading) {
        if (reading.isNearlyFull() && warned.add(who)) {
            LOG.info(
                    "{}: recordings take {} of {} MB; when that is full, the oldest are deleted",
                    who,
                    reading.usedBytes() >> 20,
                    reading.quotaBytes() >> 20);
        } else if (reading.isFarFromFull()) {
            warned.remove(who);
        }
    }

    private List<Stored> everything() throws IOException {
        var all = new ArrayList<Stored>();
        for (var streamer : library.streamers()) {
            for (var recording : library.list(streamer)) {
                all.add(new Stored(streamer, recording));
            }
        }
        return all;
    }
}
