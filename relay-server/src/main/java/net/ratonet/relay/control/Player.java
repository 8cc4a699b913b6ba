package net.ratonet.relay.control;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.ratonet.relay.channel.PlayGrant;
import net.ratonet.relay.session.ChunkQueue;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.relay.session.TsChunk;
import org.jspecify.annotations.Nullable;

/// One player that watches over HTTP. It stays while the field is silent, and from one live to the
/// next: it then gets packets that mean nothing, so that both ends know of each other. One thread
/// plays, any thread may close.
public final class Player implements AutoCloseable {

    /// Two seconds of 20 Mbit/s; who is further behind goes on at the next key frame.
    private static final long MOST_WAITING_BYTES = 5_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final byte[] NOTHING = nullPackets(7);

    private final PlayGrant grant;
    private final Supplier<Optional<ChunkSource>> source;
    private final Runnable onEnd;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// Owned by the thread that plays.
    private @Nullable ChunkQueue queue;

    Player(PlayGrant grant, Supplier<Optional<ChunkSource>> source, Runnable onEnd) {
        this.grant = grant;
        this.source = source;
        this.onEnd = onEnd;
    }

    PlayGrant grant() {
        return grant;
    }

    /// Plays until it is closed; throws when the one who watches has left.
    public void playTo(OutputStream out) throws IOException {
        try {
            while (closed.getCount() > 0) {
                out.write(next());
                out.flush();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    /// Ends the playing a moment later.
    @Override
    public void close() {
        closed.countDown();
    }

    private byte[] next() throws InterruptedException {
        var reading = reading();
        if (reading.isEmpty()) {
            closed.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            return NOTHING;
        }
        return reading.get().take(PATIENCE).map(TsChunk::packets).orElse(NOTHING);
    }

    /// The stream as it is now; of one that has ended, the next.
    private Optional<ChunkQueue> reading() {
        if (queue != null && queue.isEnded()) {
            queue.close();
            queue = null;
        }
        if (queue == null) {
            queue =
                    source.get()
                            .map(stream -> stream.open("http-player", MOST_WAITING_BYTES))
                            .orElse(null);
        }
        return Optional.ofNullable(queue);
    }

    private void leave() {
        if (queue != null) {
            queue.close();
        }
        onEnd.run();
    }

    private static byte[] nullPackets(int count) {
        var packets = new byte[count * TsChunk.PACKET];
        Arrays.fill(packets, (byte) 0xFF);
        for (var at = 0; at < packets.length; at += TsChunk.PACKET) {
            packets[at] = 0x47;
            packets[at + 1] = 0x1F;
            packets[at + 3] = 0x10;
        }
        return packets;
    }
}
