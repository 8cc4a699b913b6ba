package net.ratonet.relay.output.rtmp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;

/// Sends every streamer's programme to the platforms they chose. Any thread may call; nothing here
/// waits for a platform. One more thread ends connections that take nothing any more.
public final class OutputDesk implements AutoCloseable {

    private static final long LOOK_MS = 500;

    private final OutputGear gear;
    private final Map<StreamerId, StreamerOutputs> streamers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public OutputDesk(OutputReach reach, Ticker ticker, RandomGenerator random) {
        this.gear = new OutputGear(reach, ticker, random, new OutputCounts());
    }

    public OutputDesk start() {
        Thread.ofVirtual().name("rtmp-out-watch").start(this::watch);
        return this;
    }

    /// Replaces the list. What stays in it goes on untouched, wherever it stands now.
    public void targets(StreamerId streamer, List<OutputTarget> targets) {
        of(streamer).targets(targets);
    }

    /// The streamer's programme begins, or another takes its place.
    public void onAir(StreamerId streamer, ChunkSource programme) {
        of(streamer).onAir(programme);
    }

    /// The programme has ended: outputs say goodbye.
    public void offAir(StreamerId streamer) {
        of(streamer).offAir();
    }

    /// Switches one destination on, or tries at once when it waits. False when there is none of
    /// that id that can be used.
    public boolean start(StreamerId streamer, String targetId) {
        return of(streamer).start(targetId);
    }

    /// Switches one destination off until it is started again, or its setting changes.
    public boolean stop(StreamerId streamer, String targetId) {
        return of(streamer).stop(targetId);
    }

    /// In the order of the list.
    public List<OutputStatus> status(StreamerId streamer) {
        var outputs = streamers.get(streamer);
        return outputs == null ? List.of() : outputs.status();
    }

    /// To be called when the account has gone.
    public void forget(StreamerId streamer) {
        var outputs = streamers.remove(streamer);
        if (outputs != null) {
            outputs.targets(List.of());
        }
    }

    /// How many are in this phase now.
    public long count(OutputPhase phase) {
        return outputs().filter(output -> output.status().phase() == phase).count();
    }

    public OutputCounts counts() {
        return gear.counts();
    }

    /// Lets all say goodbye, at the same time.
    @Override
    public void close() {
        closed.countDown();
        var all = outputs().toList();
        all.forEach(Output::finish);
        all.forEach(Output::close);
    }

    private StreamerOutputs of(StreamerId streamer) {
        return streamers.computeIfAbsent(streamer, id -> new StreamerOutputs(id, gear));
    }

    private Stream<Output> outputs() {
        return streamers.values().stream().flatMap(each -> each.outputs().stream());
    }

    private void watch() {
        try {
            while (!closed.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                var now = gear.ticker().nowNanos();
                outputs().forEach(output -> output.watch(now));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
