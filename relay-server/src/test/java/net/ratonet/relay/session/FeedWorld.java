package net.ratonet.relay.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ratonet.relay.session.ts.TsPacket;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import net.ratonet.shared.testing.FakeTicker;

/// Live feeds in a time that a test moves by hand.
final class FeedWorld implements AutoCloseable {

    static final StreamerId RATO = new StreamerId("rato");
    static final StreamerId OTHER = new StreamerId("other");

    final FakeTicker ticker = new FakeTicker();
    final List<FeedEvent> events = new CopyOnWriteArrayList<>();
    final LiveFeeds feeds;

    FeedWorld() {
        this(FeedsConfig.DEFAULT);
    }

    FeedWorld(FeedsConfig config) {
        feeds = new LiveFeeds(config, ticker).start();
        feeds.subscribe(events::add);
    }

    static IngestOrigin origin(int slot) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7_000 + slot);
        return new IngestOrigin(IngestProtocol.SRT, address, slot);
    }

    Admission ask(StreamerId streamer, int slot) {
        var second = Duration.ofSeconds(1);
        var right = new PublishRight(streamer, Optional.empty(), false, second, second);
        return feeds.admit(right, origin(slot));
    }

    Intake admitted(int slot) {
        var admission = ask(RATO, slot);
        assertThat(admission).isInstanceOf(Admission.Admitted.class);
        return ((Admission.Admitted) admission).intake();
    }

    Feed feed() {
        return feeds.find(RATO).orElseThrow();
    }

    FeedSnapshot snapshot() {
        return feed().snapshot(ticker.nowNanos());
    }

    /// Sends a whole stream at once.
    void send(Intake intake, byte[] stream) {
        intake.write(stream, 0, stream.length);
    }

    /// Sends a stream of so many seconds at its own pace, ten milliseconds at a time.
    void play(Intake intake, byte[] stream, Duration length) {
        var steps = (int) (length.toMillis() / 10);
        for (var step = 0; step < steps; step++) {
            var from = (int) ((long) stream.length * step / steps);
            var to = (int) ((long) stream.length * (step + 1) / steps);
            intake.write(stream, from, to - from);
            ticker.advance(Duration.ofMillis(10));
        }
    }

    <E extends FeedEvent> void awaitEvent(Class<E> kind) {
        Await.until(
                "told of " + kind.getSimpleName(),
                () -> events.stream().anyMatch(kind::isInstance));
    }

    List<String> eventNames() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    /// What waits for a reader.
    static List<TsChunk> waiting(ChunkQueue queue) throws InterruptedException {
        var all = new ArrayList<TsChunk>();
        while (queue.waitingBytes() > 0) {
            queue.take(Duration.ZERO).ifPresent(all::add);
        }
        return all;
    }

    static byte[] bytesOf(List<TsChunk> chunks) {
        var all = new java.io.ByteArrayOutputStream();
        chunks.forEach(chunk -> all.writeBytes(chunk.packets()));
        return all.toByteArray();
    }

    /// The PIDs of a chunk's first packets.
    static List<Integer> pids(TsChunk chunk, int count) {
        var pids = new ArrayList<Integer>();
        for (var i = 0; i < count; i++) {
            pids.add(TsPacket.pid(chunk.packets(), i * TsPacket.LENGTH));
        }
        return pids;
    }

    @Override
    public void close() {
        feeds.close();
    }
}
