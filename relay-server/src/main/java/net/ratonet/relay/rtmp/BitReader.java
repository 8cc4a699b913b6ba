package net.ratonet.relay.rtmp;

/// Reads what is counted in bits. Behind the end everything is 0.
final class BitReader {

    private final byte[] bytes;
    private final int length;
    private int at;

    private BitReader(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = 8 * length;
    }

    static BitReader of(byte[] bytes) {
        return new BitReader(bytes, bytes.length);
    }

    /// Leaves out the bytes that encoders put in against false start codes.
    static BitReader ofNal(byte[] nal, int from) {
        var bytes = new byte[Math.max(0, nal.length - from)];
        var zeros = 0;
        var out = 0;
        for (var i = from; i < nal.length; i++) {
            if (zeros >= 2 && nal[i] == 3) {
                zeros = 0;
                continue;
            }
            zeros = nal[i] == 0 ? zeros + 1 : 0;
            bytes[out++] = nal[i];
        }
        return new BitReader(bytes, out);
    }

    boolean isPastEnd() {
        return at > length;
    }

    boolean flag() {
        return bits(1) == 1;
    }

    void skip(int count) {
        at += count;
    }

    /// At most 32.
    long bits(int count) {
        var value = 0L;
        for (var i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /// A number of changing length, without sign.
    int number() {
        var zeros = 0;
        while (zeros < 32 && !isPastEnd() && bit() == 0) {
            zeros++;
        }
        return (int) Math.min(Integer.MAX_VALUE, (1L << zeros) - 1 + bits(zeros));
    }

    private int bit() {
        var bit = at < length ? bytes[at / 8] >> (7 - at % 8) & 1 : 0;
        at++;
        return bit;
    }
}
