package net.ratonet.relay.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import net.ratonet.shared.telemetry.StreamerId;

/// One publisher's way into a feed. What is not final is guarded by the feed's lock.
final class FeedIntake implements Intake {

    private final Feed feed;
    private final IngestOrigin origin;
    private final CompletableFuture<IngestOrigin> takenAway = new CompletableFuture<>();
    private volatile boolean open = true;
    private long sentNanos;
    private boolean hasSent;
    private NetworkStatistics network = NetworkStatistics.NONE;

    FeedIntake(Feed feed, IngestOrigin origin, long nowNanos) {
        this.feed = feed;
        this.origin = origin;
        this.sentNanos = nowNanos;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (open && length > 0) {
            feed.write(this, bytes, offset, length);
        }
    }

    @Override
    public void network(NetworkStatistics statistics) {
        feed.network(this, statistics);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void onTakenAway(Runnable heard) {
        var _ = takenAway.thenRun(heard);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            feed.left(this);
        }
    }

    /// No more is taken from it; whoever feeds it has yet to be told.
    void shut() {
        open = false;
    }

    void tellTakenAway() {
        takenAway.complete(origin);
    }

    StreamerId streamer() {
        return feed.streamer();
    }

    IngestOrigin origin() {
        return origin;
    }

    void sent(long nowNanos) {
        hasSent = true;
        sentNanos = nowNanos;
    }

    boolean hasSent() {
        return hasSent;
    }

    /// Of one that has sent nothing yet: since it was let in.
    Duration silence(long nowNanos) {
        return Duration.ofNanos(nowNanos - sentNanos);
    }

    NetworkStatistics network() {
        return network;
    }

    void keep(NetworkStatistics statistics) {
        network = statistics;
    }
}
