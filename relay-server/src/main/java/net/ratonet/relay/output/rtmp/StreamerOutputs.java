package net.ratonet.relay.output.rtmp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.ratonet.relay.rtmp.RtmpUrl;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;

/// The destinations of one streamer, in their order. Any thread may call; callers wait for each
/// other, but never for a platform.
final class StreamerOutputs {

    private final StreamerId streamer;
    private final OutputGear gear;
    private Map<String, Entry> entries = Map.of();
    private Optional<ChunkSource> source = Optional.empty();

    StreamerOutputs(StreamerId streamer, OutputGear gear) {
        this.streamer = streamer;
        this.gear = gear;
    }

    /// @param output empty when the address cannot be used
    private record Entry(OutputTarget target, Optional<Output> output) {}

    synchronized void targets(List<OutputTarget> wanted) {
        var next = new LinkedHashMap<String, Entry>();
        for (var target : wanted) {
            next.computeIfAbsent(target.id(), id -> kept(entries.get(id), target));
        }
        var gone = new LinkedHashMap<>(entries);
        gone.keySet().removeAll(next.keySet());
        gone.values().forEach(entry -> entry.output.ifPresent(Output::finish));
        entries = next;
    }

    private Entry kept(@Nullable Entry before, OutputTarget target) {
        if (before == null) {
            return added(target);
        }
        if (before.target.enabled() != target.enabled()) {
            before.output.ifPresent(target.enabled() ? Output::start : Output::stop);
        }
        return new Entry(target, before.output);
    }

    private Entry added(OutputTarget target) {
        var output =
                RtmpUrl.parse(target.url()).map(url -> new Output(streamer, target, url, gear));
        output.ifPresent(made -> {
            source.ifPresent(made::onAir);
            if (target.enabled()) {
                made.start();
            }
        });
        return new Entry(target, output);
    }

    synchronized void onAir(ChunkSource now) {
        source = Optional.of(now);
        entries.values().forEach(entry -> entry.output.ifPresent(output -> output.onAir(now)));
    }

    synchronized void offAir() {
        source = Optional.empty();
        entries.values().forEach(entry -> entry.output.ifPresent(Output::offAir));
    }

    /// False when there is no such target, or none that can be used.
    synchronized boolean start(String id) {
        var output = output(id);
        output.ifPresent(Output::start);
        return output.isPresent();
    }

    synchronized boolean stop(String id) {
        var output = output(id);
        output.ifPresent(Output::stop);
        return output.isPresent();
    }

    synchronized List<OutputStatus> status() {
        return entries.values().stream()
                .map(entry ->
                        entry.output
                                .map(Output::status)
                                .orElseGet(() -> OutputReport.unusable(entry.target)))
                .toList();
    }

    synchronized List<Output> outputs() {
        return entries.values().stream().map(Entry::output).flatMap(Optional::stream).toList();
    }

    private Optional<Output> output(String id) {
        return Optional.ofNullable(entries.get(id)).flatMap(Entry::output);
    }
}
