package net.ratonet.relay.main;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.health.HealthInputs;
import net.ratonet.relay.health.HealthJudge;
import net.ratonet.relay.health.HealthMemory;
import net.ratonet.relay.health.Links;
import net.ratonet.relay.health.Media;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.relay.telemetry.Part;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.telemetry.StreamerId;

/// Judges every live streamer at each beat, and hands the verdicts to the board and to whoever
/// directs scenes. Owned by the thread that beats.
final class HealthDesk {

    private final LiveBoard board;
    private final HealthJudge judge;
    private final Function<StreamerId, Media> media;
    private final Scenes scenes;
    private final Language language;
    private Map<StreamerId, HealthMemory> memories = Map.of();

    HealthDesk(
            LiveBoard board,
            HealthJudge judge,
            Function<StreamerId, Media> media,
            Scenes scenes,
            Language language) {
        this.board = board;
        this.judge = judge;
        this.media = media;
        this.scenes = scenes;
        this.language = language;
    }

    void beat(Instant now, long nowNanos) {
        var next = new HashMap<StreamerId, HealthMemory>();
        for (var id : watched()) {
            var memory = memories.getOrDefault(id, HealthMemory.FRESH);
            var step = judge.judge(memory, inputs(id, now), nowNanos);
            next.put(id, step.next());
            board.judged(id, step.verdict().toStreamHealth(language));
            scenes.judged(id, step.verdict());
        }
        memories = next;
    }

    /// Whoever is live, and whoever was and still has viewers in front of a scene.
    private Set<StreamerId> watched() {
        var ids = new HashSet<>(scenes.watched());
        board.allRaw().forEach(streamer -> ids.add(streamer.id()));
        return ids;
    }

    private HealthInputs inputs(StreamerId id, Instant now) {
        var streamer = board.raw(id);
        return new HealthInputs(
                links(streamer.map(known -> known.network().links()).orElse(List.of())),
                media.apply(id),
                streamer.flatMap(known -> stationAge(known, now)));
    }

    /// Only a station reports links; a phone that sends its position says nothing about a stream.
    private static Optional<Duration> stationAge(LiveStreamer streamer, Instant now) {
        return Optional.ofNullable(streamer.seenAt().get(Part.NETWORK))
                .map(seen -> Duration.between(seen, now));
    }

    private static Links links(List<LinkReading> links) {
        var best = links.stream().filter(LinkReading::connected).mapToInt(LinkReading::score).max();
        var active = (int) links.stream().filter(LinkReading::connected).count();
        return new Links(active, links.size(), best.isPresent() ? best : OptionalInt.empty());
    }
}
