package net.ratonet.relay.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;

/// A feed of a streamer's own, into which a test sends a stream.
public final class SampleSource implements AutoCloseable {

    private static final StreamerId STREAMER = new StreamerId("sample");

    private final LiveFeeds feeds = new LiveFeeds(FeedsConfig.DEFAULT, Ticker.system());
    private final Intake intake;

    public SampleSource() {
        var second = Duration.ofSeconds(1);
        var right = new PublishRight(STREAMER, Optional.empty(), false, second, second);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7_000);
        var origin = new IngestOrigin(IngestProtocol.SRT, address, 0);
        intake = ((Admission.Admitted) feeds.admit(right, origin)).intake();
    }

    public Feed feed() {
        return feeds.find(STREAMER).orElseThrow();
    }

    public void send(byte[] stream) {
        send(stream, 0, stream.length);
    }

    public void send(byte[] bytes, int offset, int length) {
        intake.write(bytes, offset, length);
    }

    /// Ends the stream.
    @Override
    public void close() {
        feeds.close();
    }
}
