package net.ratonet.shared.telemetry;

/// A data rate, kept in bits per second so that kbit and Mbit are never mixed up.
public record Bitrate(long bitsPerSecond) implements Comparable<Bitrate> {

    public static final Bitrate ZERO = new Bitrate(0);

    public Bitrate {
        Range.checkNotNegative("bitrate", bitsPerSecond);
    }

    public static Bitrate ofKbps(double kbps) {
        Range.checkNotNegative("bitrate", kbps);
        return new Bitrate(Math.round(kbps * 1_000));
    }

    public double kbps() {
        return bitsPerSecond / 1_000.0;
    }

    @Override
    public int compareTo(Bitrate other) {
        return Long.compare(bitsPerSecond, other.bitsPerSecond);
    }
}
