package net.ratonet.station.uplink;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.RelayConfig;
import net.ratonet.station.control.CommandDesk;

/// The station's connection to its relay, with a thread of its own named "uplink".
public final class Uplink implements AutoCloseable {

    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(500);

    private final FieldClient client;
    private final UplinkLoop loop;
    private final Thread thread;

    /// An uplink that does not run yet.
    ///
    /// @param folder where positions wait across restarts
    /// @param status what the station says of its stream, asked for every few seconds
    public Uplink(
            RelayConfig relay,
            Path folder,
            CommandDesk desk,
            Supplier<Map<String, String>> status,
            Ticker ticker,
            InstantSource clock) {
        this.client = new FieldClient(relay);
        this.loop =
                new UplinkLoop(
                        new Letterhead(relay.streamerId(), clock),
                        client,
                        new OrderDesk(desk),
                        new PositionFile(folder.resolve("positions.jsonl")),
                        status,
                        ticker,
                        () -> ThreadLocalRandom.current().nextDouble());
        this.thread = Thread.ofPlatform().daemon().name("uplink").unstarted(loop::run);
    }

    public void start() {
        thread.start();
    }

    /// Hands readings over; for any thread, never waits.
    public void offer(List<Report> reports) {
        loop.offer(reports);
    }

    public Latest<UplinkState> state() {
        return loop.state();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LONGEST_FAREWELL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
