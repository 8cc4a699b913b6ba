package net.ratonet.relay.session.ts;

/// Reads the bits of a NAL unit, past its emulation prevention bytes. Behind the end it reads zeros
/// and says so. Owned by one thread.
final class BitReader {

    private final byte[] bytes;
    private final int end;
    private int at;
    private int bit;
    private int zeros;
    private boolean exhausted;

    BitReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    boolean isExhausted() {
        return exhausted;
    }

    boolean flag() {
        return bits(1) == 1;
    }

    /// Up to 32 bits.
    long bits(int count) {
        var value = 0L;
        for (var i = 0; i < count; i++) {
            value = (value << 1) | next();
        }
        return value;
    }

    void skip(int count) {
        for (var i = 0; i < count; i++) {
            next();
        }
    }

    /// An unsigned Exp-Golomb number.
    int unsigned() {
        var length = 0;
        while (length < 32 && !exhausted && next() == 0) {
            length++;
        }
        if (length >= 32 || exhausted) {
            exhausted = true;
            return 0;
        }
        return (int) Math.min((1L << length) - 1 + bits(length), Integer.MAX_VALUE);
    }

    /// A signed Exp-Golomb number.
    int signed() {
        var code = unsigned();
        return (code & 1) == 1 ? (code >> 1) + 1 : -(code >> 1);
    }

    private int next() {
        if (bit == 0) {
            skipEmulationPrevention();
        }
        if (at >= end) {
            exhausted = true;
            return 0;
        }
        var value = (bytes[at] >> (7 - bit)) & 1;
        bit++;
        if (bit == 8) {
            zeros = bytes[at] == 0 ? zeros + 1 : 0;
            bit = 0;
            at++;
        }
        return value;
    }

    private void skipEmulationPrevention() {
        if (zeros >= 2 && at < end && bytes[at] == 3) {
            at++;
            zeros = 0;
        }
    }
}
