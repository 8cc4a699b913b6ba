package net.ratonet.relay.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.telemetry.StreamerId;

/// One streamer's stream, whoever publishes it. Any thread may ask; the publisher's thread does the
/// work.
public final class Feed implements ChunkSource {

    private final StreamerId streamer;
    private final ChunkFan fan;
    private final Latest<FeedFacts> facts = new Latest<>(FeedFacts.NONE);
    private final long beganNanos;

    Feed(StreamerId streamer, FeedsConfig config, long nowNanos) {
        this.streamer = streamer;
        this.fan = new ChunkFan(config.windowBytes());
        this.beganNanos = nowNanos;
    }

    public StreamerId streamer() {
        return streamer;
    }

    public Latest<FeedFacts> facts() {
        return facts;
    }

    /// Whether media has come of late.
    public boolean isReceiving(long nowNanos) {
        return silence(nowNanos).compareTo(Duration.ofSeconds(2)) < 0;
    }

    /// Age of the newest media; since the feed began when there was none yet.
    public Duration silence(long nowNanos) {
        return Duration.ofNanos(nowNanos - beganNanos);
    }

    public FeedSnapshot snapshot(long nowNanos) {
        return new FeedSnapshot(
                facts.get(),
                Optional.empty(),
                NetworkStatistics.NONE,
                new FeedFlow(Bitrate.ZERO, Bitrate.ZERO, 0, 0, 0, 0),
                new FeedTiming(0, 0, 0, Optional.empty(), Optional.empty()),
                Duration.ofNanos(nowNanos - beganNanos),
                silence(nowNanos),
                0,
                List.of());
    }

    @Override
    public ChunkQueue open(String reader, long mostBytes) {
        return fan.open(reader, mostBytes);
    }
}
