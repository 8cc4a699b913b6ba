package net.ratonet.relay.session.ts;

/// The checksum of table sections: CRC-32 of MPEG-2, most significant bit first.
final class Crc {

    private static final int POLYNOMIAL = 0x04c11db7;
    private static final int[] TABLE = new int[256];

    static {
        for (var i = 0; i < TABLE.length; i++) {
            var crc = i << 24;
            for (var bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
            }
            TABLE[i] = crc;
        }
    }

    private Crc() {}

    /// 0 over a section with its checksum behind it.
    static int of(byte[] bytes, int from, int to) {
        var crc = -1;
        for (var i = from; i < to; i++) {
            crc = (crc << 8) ^ TABLE[(crc >>> 24) ^ (bytes[i] & 0xff)];
        }
        return crc;
    }
}
