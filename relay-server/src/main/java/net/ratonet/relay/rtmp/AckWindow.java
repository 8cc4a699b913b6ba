package net.ratonet.relay.rtmp;

import java.util.Optional;

/// Tells when the peer is due a word about what has come. For one thread.
public final class AckWindow {

    /// Until the peer names its own.
    private static final long USUAL = 2_500_000;

    /// A peer that asks for less would get as much in answers as it sends.
    private static final long SMALLEST = 10_000;

    private long window = USUAL;
    private long received;
    private long acknowledged;

    public void peerAsks(RtmpMessage windowSize) {
        window = Math.max(SMALLEST, RtmpControl.number(windowSize));
    }

    /// An acknowledgement, at the latest at half of what the peer bears.
    public Optional<RtmpMessage> received(int bytes) {
        received += bytes;
        if (received - acknowledged < window / 2) {
            return Optional.empty();
        }
        acknowledged = received;
        return Optional.of(RtmpControl.acknowledge(received));
    }
}
