package net.ratonet.relay.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.relay.telemetry.SourceId;
import net.ratonet.relay.telemetry.SourceKind;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.telemetry.NetworkReading;

/// Reports large changes of many streamers, as fast as the board takes them, until closed.
final class Flood implements AutoCloseable {

    private static final SourceId SOURCE = new SourceId(SourceKind.AGENT, "flood");

    private final WebWorld world;
    private final List<RegisterResult.Registered> streamers;
    private final Thread thread = Thread.ofPlatform().name("flood").unstarted(this::run);
    private volatile boolean open = true;

    Flood(WebWorld world, List<RegisterResult.Registered> streamers) {
        this.world = world;
        this.streamers = List.copyOf(streamers);
    }

    void start() {
        thread.start();
    }

    private void run() {
        for (var round = 0; open; round++) {
            for (var streamer : streamers) {
                var now = Instant.now();
                world.board.report(streamer.account().id(), SOURCE, links(round), now, now);
            }
            Thread.onSpinWait();
        }
    }

    private static NetworkReading links(int round) {
        return new NetworkReading(
                IntStream.range(0, 60)
                        .mapToObj(index ->
                                new LinkReading(
                                        "wwan" + index,
                                        LinkClass.MOBILE,
                                        true,
                                        round % 1_000,
                                        5,
                                        0,
                                        8,
                                        90))
                        .toList());
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
