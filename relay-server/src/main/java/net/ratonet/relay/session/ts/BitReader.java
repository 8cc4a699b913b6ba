package net.ratonet.relay.session.ts;

/// Reads what is counted in bits. Behind the end it reads zeros and says so. Owned by one thread.
public final class BitReader {

    private final byte[] bytes;
    private final int end;
    private final boolean nal;
    private int at;
    private int bit;
    private int zeros;
    private boolean exhausted;

    private BitReader(byte[] bytes, int from, int to, boolean nal) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
        this.nal = nal;
    }

    public static BitReader of(byte[] bytes) {
        return new BitReader(bytes, 0, bytes.length, false);
    }

    /// Leaves out the bytes that encoders put into a NAL unit against false start codes.
    static BitReader ofNal(byte[] bytes, int from, int to) {
        return new BitReader(bytes, from, to, true);
    }

    public boolean isExhausted() {
        return exhausted;
    }

    public boolean flag() {
        return bits(1) == 1;
    }

    /// Up to 32 bits.
    public long bits(int count) {
        var value = 0L;
        for (var i = 0; i < count; i++) {
            value = (value << 1) | next();
        }
        return value;
    }

    public void skip(int count) {
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
        if (nal && zeros >= 2 && at < end && bytes[at] == 3) {
            at++;
            zeros = 0;
        }
    }
}
