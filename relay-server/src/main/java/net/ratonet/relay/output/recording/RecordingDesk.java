package net.ratonet.relay.output.recording;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records streams to the relay's disk, and keeps the disk from filling up. Any thread may call.
public final class RecordingDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingDesk.class);
    private static final Duration KEPT_EVERY = Duration.ofSeconds(5);

    private final RecordingConfig config;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Disk disk;
    private final OpenNames openNames = new OpenNames();
    private final RecordingLibrary library;
    private final QuotaKeeper quota;
    private final Map<StreamerId, RecordingLoop> loops = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread keeper;

    public RecordingDesk(RecordingConfig config, InstantSource clock, Ticker ticker) {
        this(config, clock, ticker, Disk.real());
    }

    RecordingDesk(RecordingConfig config, InstantSource clock, Ticker ticker, Disk disk) {
        this.config = config;
        this.clock = clock;
        this.ticker = ticker;
        this.disk = disk;
        this.library = new RecordingLibrary(config.folder(), openNames);
        this.quota = new QuotaKeeper(config, library);
        this.keeper = Thread.ofVirtual().name("recording-quota").unstarted(this::keep);
    }

    public RecordingDesk start() {
        keeper.start();
        return this;
    }

    /// Records this stream until it ends, or goes on with it; in place of another one of the
    /// streamer's, if there is one.
    public void start(StreamerId streamer, ChunkSource source) {
        loops.compute(
                streamer,
                (_, before) -> {
                    if (before != null && before.records(source)) {
                        return before;
                    }
                    Optional.ofNullable(before).ifPresent(RecordingLoop::close);
                    var writer = new RecordingWriter(streamer, config, clock, disk, openNames);
                    return new RecordingLoop(streamer, source, writer, ticker).start();
                });
    }

    /// What has come is on the disk when this returns.
    public void stop(StreamerId streamer) {
        loops.computeIfPresent(
                streamer,
                (_, loop) -> {
                    loop.close();
                    return null;
                });
    }

    public RecordingState state(StreamerId streamer) {
        return Optional.ofNullable(loops.get(streamer))
                .map(RecordingLoop::state)
                .orElseGet(RecordingState.Off::new);
    }

    public RecordingLibrary library() {
        return library;
    }

    /// As of the last few seconds.
    public QuotaReading quota(StreamerId streamer) {
        return quota.reading(streamer);
    }

    /// Of all streamers together, as of the last few seconds.
    public QuotaReading totalQuota() {
        return quota.total();
    }

    @Override
    public void close() {
        closed.countDown();
        loops.keySet().forEach(this::stop);
        if (keeper.isAlive()) {
            try {
                keeper.join(Duration.ofSeconds(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void keep() {
        var troubled = false;
        do {
            try {
                quota.keep();
                troubled = false;
            } catch (IOException trouble) {
                if (!troubled) {
                    LOG.info("the recordings' folder cannot be looked through: {}", text(trouble));
                }
                troubled = true;
            }
        } while (isOpenAfter(KEPT_EVERY));
    }

    private boolean isOpenAfter(Duration pause) {
        try {
            return !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String text(IOException trouble) {
        return trouble.getClass().getSimpleName() + " " + trouble.getMessage();
    }
}
