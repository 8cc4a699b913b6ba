package net.ratonet.relay.session.ts;

/// A timestamp as PES headers carry it: 33 bits in five bytes, with marker bits between.
final class PesStamp {

    static final int LENGTH = 5;

    private PesStamp() {}

    static long read(byte[] bytes, int at) {
        return ((bytes[at] & 0x0eL) << 29)
                | ((bytes[at + 1] & 0xffL) << 22)
                | ((bytes[at + 2] & 0xfeL) << 14)
                | ((bytes[at + 3] & 0xffL) << 7)
                | ((bytes[at + 4] & 0xfeL) >> 1);
    }

    /// Keeps the four bits that say which timestamp it is.
    static void write(byte[] bytes, int at, long ticks) {
        bytes[at] = (byte) ((bytes[at] & 0xf0) | ((ticks >> 29) & 0x0e) | 1);
        bytes[at + 1] = (byte) (ticks >> 22);
        bytes[at + 2] = (byte) ((ticks >> 14) | 1);
        bytes[at + 3] = (byte) (ticks >> 7);
        bytes[at + 4] = (byte) ((ticks << 1) | 1);
    }
}
