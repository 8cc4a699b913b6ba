package net.ratonet.station.control;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.EncoderSupervisor;
import net.ratonet.station.source.LivePicture;

/// Small pictures of what is encoded, for whoever looks now and then: none is made while nobody
/// asks. Safe for any thread; waits on it for the first one.
public final class PictureTaker {

    /// Five a second are made.
    private static final long FRESH_NANOS = Duration.ofMillis(450).toNanos();

    private static final long PATIENCE_MS = 2_000;

    private final EncoderSupervisor encoder;
    private final Ticker ticker;

    public PictureTaker(EncoderSupervisor encoder, Ticker ticker) {
        this.encoder = encoder;
        this.ticker = ticker;
    }

    /// A JPEG, or nothing while nothing is encoded.
    public Optional<byte[]> take() throws InterruptedException {
        if (!(encoder.state().get() instanceof EncoderState.Running)) {
            return Optional.empty();
        }
        encoder.request(new EncoderEvent.PreviewRequested());
        var fresh = new CompletableFuture<LivePicture>();
        try (var _ =
                encoder.preview()
                        .subscribe(picture -> {
                            if (picture.isYoungerThan(FRESH_NANOS, ticker.nowNanos())) {
                                fresh.complete(picture);
                            }
                        })) {
            return Optional.of(fresh.get(PATIENCE_MS, TimeUnit.MILLISECONDS).jpeg());
        } catch (TimeoutException | ExecutionException _) {
            return Optional.empty();
        }
    }
}
