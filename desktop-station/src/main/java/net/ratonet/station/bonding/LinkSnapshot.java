package net.ratonet.station.bonding;

/// One link at one instant.
///
/// @param rttMs 0 until it was measured
/// @param queueMs what of the round trip is waiting in queues
/// @param window how much it may carry beside the others, in thousandths of a packet
/// @param sentBitsPerSecond all that was sent, repetitions included
/// @param deliveredBitsPerSecond what the receiver confirmed
/// @param lossShare of its packets, 0 to 1, as the receiver reported it
/// @param share of all that is being sent, 0 to 1
/// @param demoted its data budget is used up, so it serves as a reserve
public record LinkSnapshot(
        LinkId id,
        LinkState state,
        LinkTerms terms,
        boolean demoted,
        double rttMs,
        double jitterMs,
        double queueMs,
        int window,
        int inFlight,
        long sentBitsPerSecond,
        long deliveredBitsPerSecond,
        long packets,
        long naks,
        double lossShare,
        long bytesSent,
        long bytesReceived,
        double share) {

    /// Whether it could carry the stream now.
    public boolean carries() {
        return switch (state) {
            case LIVE, RECOVERING -> true;
            case OFF, PROBING, JOINING, SUSPECT, FAILED -> false;
        };
    }
}
