package net.ratonet.relay.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Many threads do everything at once; the board must keep its order and forget nobody.
final class LiveBoardTortureTest {

    private static final int THREADS = 6;
    private static final int STEPS = 20_000;
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

    private static final List<StreamerId> STREAMERS =
            List.of(new StreamerId("a"), new StreamerId("b"), new StreamerId("c"));

    private final LiveBoard board = new LiveBoard(_ -> PrivacyRules.OPEN);
    private final Map<StreamerId, Boolean> online = new ConcurrentHashMap<>();
    private final Map<StreamerId, String> disorder = new ConcurrentHashMap<>();

    @Test
    @Timeout(60)
    void keepsTheOrderOfEventsUnderFireFromManyThreads() throws Exception {
        board.subscribe(this::check);
        var finished = new ArrayList<Future<?>>();

        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var thread = 0; thread < THREADS; thread++) {
                var random = new Random(thread);
                var source = new SourceId(SourceKind.AGENT, "source-" + thread);
                finished.add(threads.submit(() -> act(random, source)));
            }
        }
        for (var end : finished) {
            end.get();
        }
        board.sweep(START.plusSeconds(STEPS + 60));

        assertThat(disorder).isEmpty();
        assertThat(board.allRaw()).isEmpty();
        assertThat(online).containsOnlyKeys(STREAMERS).doesNotContainValue(true);
    }

    private void act(Random random, SourceId source) {
        for (var step = 0; step < STEPS; step++) {
            var id = STREAMERS.get(random.nextInt(STREAMERS.size()));
            var now = START.plusSeconds(step);
            switch (random.nextInt(8)) {
                case 0 -> board.connected(id, source, now);
                case 1, 2 -> board.disconnected(id, source, now);
                case 3 -> board.sweep(now);
                case 4 -> board.judged(id, SimulatedField.health(random.nextInt(101)));
                case 5 -> board.visible(id, now);
                default ->
                        board.report(
                                id, source, SimulatedField.fix(10, random.nextInt(90)), now, now);
            }
        }
    }

    private void check(BoardEvent event) {
        switch (event) {
            case BoardEvent.CameOnline(var live) -> expect(live.id(), false, true, "came twice");
            case BoardEvent.Updated(var live, _) -> expect(live.id(), true, true, "spoke offline");
            case BoardEvent.WentOffline(var id) -> expect(id, true, false, "went twice");
        }
    }

    private void expect(StreamerId id, boolean before, boolean after, String otherwise) {
        if (online.getOrDefault(id, false) != before) {
            disorder.putIfAbsent(id, otherwise);
        }
        online.put(id, after);
    }
}
