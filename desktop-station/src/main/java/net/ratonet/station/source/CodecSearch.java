package net.ratonet.station.source;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.ratonet.station.config.CodecWish;
import net.ratonet.station.config.VideoCodec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks once for the encoder that a person wants, on a thread "encoder-search" of its own, because
/// trials take seconds. Safe for any thread.
public final class CodecSearch {

    private static final Logger LOG = LoggerFactory.getLogger(CodecSearch.class);

    private final CodecWish wish;
    private final Function<VideoCodec, EncoderTrial> trial;
    private final CountDownLatch found = new CountDownLatch(1);
    private volatile @Nullable CodecChoice choice;

    public CodecSearch(CodecWish wish, Function<VideoCodec, EncoderTrial> trial) {
        this.wish = wish;
        this.trial = trial;
    }

    public void start() {
        Thread.ofPlatform().daemon().name("encoder-search").start(this::search);
    }

    /// Empty while encoders are still being tried.
    public Optional<CodecChoice> now() {
        return Optional.ofNullable(choice);
    }

    /// Takes note of what really encodes: another one than was found, if that failed at work.
    public void follow(VideoCodec inUse) {
        var found = choice;
        if (found != null && found.codec().isHardware() && !inUse.isHardware()) {
            say(
                    new CodecChoice(
                            inUse,
                            ("%s passed its trial but failed at work; %s is used until the station"
                                            + " starts again")
                                    .formatted(found.codec().libavName(), inUse.libavName())));
        }
    }

    public void await(Duration longest) throws InterruptedException {
        var _ = found.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void search() {
        try {
            say(CodecChoice.of(wish, trial));
        } catch (RuntimeException bug) {
            LOG.error("The search for encoders failed", bug);
            say(new CodecChoice(VideoCodec.LIBX264, "the search for encoders failed"));
        }
    }

    private void say(CodecChoice next) {
        choice = next;
        found.countDown();
        if (!next.note().isEmpty()) {
            LOG.warn("Encoder: {}", next.note());
        } else if (next.codec() != VideoCodec.LIBX264) {
            LOG.info("Encoder: {} works on this machine", next.codec().libavName());
        }
    }
}
