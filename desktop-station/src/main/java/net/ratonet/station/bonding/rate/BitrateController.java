package net.ratonet.station.bonding.rate;

/// Follows what the links can carry. Has a memory, so it belongs to one thread.
public sealed interface BitrateController permits Belabox, Fight, Rato {

    /// Wants to be asked every 20 ms.
    RateVerdict on(RateReadings readings, long nowNanos);

    /// Forgets all that holds it back, once: a person knows better.
    void kick(long nowNanos);

    /// After a quiet picture the encoder may suddenly use a target that nobody has tried: it may be
    /// only somewhat above what is really being sent.
    static double limit(double target, long sentBitsPerSecond) {
        return Math.min(target, Math.max(sentBitsPerSecond + 1e6, 1.7 * sentBitsPerSecond));
    }
}
