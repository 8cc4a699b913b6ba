package net.ratonet.shared.srtla;

/// How a sender sees one of its links, as a long keepalive tells it. The numbers are the sender's
/// word, unchecked.
///
/// @param window congestion window, in thousandths of a packet
/// @param inFlight packets on their way
/// @param nakCount packets of this link that were reported lost so far
public record LinkReport(
        int connectionId,
        int window,
        int inFlight,
        long rttMillis,
        long nakCount,
        long bytesPerSecond) {}
