package net.ratonet.shared.srtla;

/// A sign of life, which the receiver sends back as it came. Receivers also send some that nobody
/// asked for: only a time that was really sent may count as an echo.
public sealed interface Keepalive {

    /// No more than that.
    record Bare() implements Keepalive {}

    /// With the time of sending, from which its echo tells the round trip.
    ///
    /// @param senderMillis by the sender's own clock, never 0
    record Timed(long senderMillis) implements Keepalive {}

    record Reporting(long senderMillis, LinkReport report) implements Keepalive {}
}
