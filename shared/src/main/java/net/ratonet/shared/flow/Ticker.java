package net.ratonet.shared.flow;

/// Monotonic time as an argument: production hands in the system's clock, tests move a fake by
/// hand.
@FunctionalInterface
public interface Ticker {

    /// Nanoseconds since an arbitrary origin; only differences mean anything.
    long nowNanos();

    static Ticker system() {
        return System::nanoTime;
    }
}
