package net.ratonet.shared.srt;

/// Arithmetic of SRT's packet numbers, which have 31 bits and begin again at 0.
public final class Sequence {

    public static final int LAST = 0x7FFF_FFFF;

    private Sequence() {}

    /// Steps from one number to another the shorter way round; negative when `to` is older.
    public static int distance(int from, int to) {
        return ((to - from) << 1) >> 1;
    }

    public static int next(int sequence) {
        return plus(sequence, 1);
    }

    public static int plus(int sequence, int steps) {
        return (sequence + steps) & LAST;
    }

    public static boolean isAfter(int sequence, int other) {
        return distance(other, sequence) > 0;
    }
}
