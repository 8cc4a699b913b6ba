package net.ratonet.relay.output.recording;

import java.time.Duration;
import net.ratonet.relay.session.ChunkQueue;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records one stream on a thread of its own, until it is closed or the stream ends.
final class RecordingLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingLoop.class);

    /// Ten seconds at 13 Mbit/s: what a disk may be busy for.
    private static final long MOST_WAITING = 16L << 20;

    private static final Duration TURN = Duration.ofMillis(200);

    private final StreamerId streamer;
    private final ChunkSource source;
    private final ChunkQueue queue;
    private final RecordingWriter writer;
    private final Ticker ticker;
    private final Thread thread;

    RecordingLoop(StreamerId streamer, ChunkSource source, RecordingWriter writer, Ticker ticker) {
        this.streamer = streamer;
        this.source = source;
        this.queue = source.open("recording", MOST_WAITING);
        this.writer = writer;
        this.ticker = ticker;
        this.thread = Thread.ofVirtual().name("recording-" + streamer).unstarted(this::run);
    }

    RecordingLoop start() {
        thread.start();
        return this;
    }

    boolean records(ChunkSource other) {
        return source.equals(other) && thread.isAlive();
    }

    RecordingState state() {
        return writer.state();
    }

    /// What it has heard of is on the disk when this returns. Without an interrupt: that would tear
    /// the file out of its hands.
    @Override
    public void close() {
        queue.close();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (queue) {
            while (!queue.isEnded()) {
                queue.take(TURN).ifPresent(writer::accept);
                writer.tick(ticker.nowNanos());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.error("{}: recording has ended by a mistake of its own", streamer, bug);
        } finally {
            writer.close();
        }
    }
}
