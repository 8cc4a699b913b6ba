package net.ratonet.relay.session.ts;

/// Reads and changes one MPEG-TS packet where it lies: every method takes the array and the offset
/// of the packet's first byte. None of them looks beyond the packet's 188 bytes.
public final class TsPacket {

    public static final int LENGTH = 188;
    public static final int SYNC = 0x47;
    public static final int PAT_PID = 0;
    public static final int NULL_PID = 0x1fff;

    /// Ticks of PTS, DTS and the base of the PCR.
    public static final int CLOCK_HZ = 90_000;

    /// Timestamps are counted modulo this.
    public static final long CLOCK_SPAN = 1L << 33;

    private TsPacket() {}

    public static boolean isSynced(byte[] bytes, int packet) {
        return (bytes[packet] & 0xff) == SYNC;
    }

    /// The network or an earlier box says that this packet is damaged.
    public static boolean isDamaged(byte[] bytes, int packet) {
        return (bytes[packet + 1] & 0x80) != 0;
    }

    public static boolean payloadUnitStart(byte[] bytes, int packet) {
        return (bytes[packet + 1] & 0x40) != 0;
    }

    public static int pid(byte[] bytes, int packet) {
        return ((bytes[packet + 1] & 0x1f) << 8) | (bytes[packet + 2] & 0xff);
    }

    public static boolean isScrambled(byte[] bytes, int packet) {
        return (bytes[packet + 3] & 0xc0) != 0;
    }

    public static int continuity(byte[] bytes, int packet) {
        return bytes[packet + 3] & 0x0f;
    }

    public static void setContinuity(byte[] bytes, int packet, int counter) {
        bytes[packet + 3] = (byte) ((bytes[packet + 3] & 0xf0) | (counter & 0x0f));
    }

    public static boolean hasAdaptation(byte[] bytes, int packet) {
        return (bytes[packet + 3] & 0x20) != 0;
    }

    public static boolean hasPayload(byte[] bytes, int packet) {
        return (bytes[packet + 3] & 0x10) != 0 && payloadOffset(bytes, packet) < packet + LENGTH;
    }

    /// Where the payload begins, in the array; the packet's end when it has none.
    public static int payloadOffset(byte[] bytes, int packet) {
        if ((bytes[packet + 3] & 0x10) == 0) {
            return packet + LENGTH;
        }
        if (!hasAdaptation(bytes, packet)) {
            return packet + 4;
        }
        return Math.min(packet + LENGTH, packet + 5 + (bytes[packet + 4] & 0xff));
    }

    public static boolean isDiscontinuity(byte[] bytes, int packet) {
        return hasAdaptationFlag(bytes, packet, 0x80);
    }

    public static boolean isRandomAccess(byte[] bytes, int packet) {
        return hasAdaptationFlag(bytes, packet, 0x40);
    }

    public static boolean hasPcr(byte[] bytes, int packet) {
        return hasAdaptationFlag(bytes, packet, 0x10) && (bytes[packet + 4] & 0xff) >= 7;
    }

    /// The 33 bits of the PCR that count 90,000 a second; only where [#hasPcr].
    public static long pcr(byte[] bytes, int packet) {
        var at = packet + 6;
        return ((bytes[at] & 0xffL) << 25)
                | ((bytes[at + 1] & 0xffL) << 17)
                | ((bytes[at + 2] & 0xffL) << 9)
                | ((bytes[at + 3] & 0xffL) << 1)
                | ((bytes[at + 4] & 0x80L) >> 7);
    }

    /// Leaves the finer part of the PCR as it is; only where [#hasPcr].
    public static void setPcr(byte[] bytes, int packet, long ticks) {
        var at = packet + 6;
        bytes[at] = (byte) (ticks >> 25);
        bytes[at + 1] = (byte) (ticks >> 17);
        bytes[at + 2] = (byte) (ticks >> 9);
        bytes[at + 3] = (byte) (ticks >> 1);
        bytes[at + 4] = (byte) ((bytes[at + 4] & 0x7f) | ((ticks & 1) << 7));
    }

    /// Whether a PES packet begins here whose header, as far as the timestamps, lies in this
    /// packet.
    public static boolean hasPesHeader(byte[] bytes, int packet) {
        var at = payloadOffset(bytes, packet);
        return payloadUnitStart(bytes, packet)
                && at + 9 <= packet + LENGTH
                && bytes[at] == 0
                && bytes[at + 1] == 0
                && bytes[at + 2] == 1
                && (bytes[at + 6] & 0xc0) == 0x80
                && at + 9 + stampBytes(bytes, at) <= packet + LENGTH;
    }

    public static boolean hasPts(byte[] bytes, int packet) {
        return hasPesHeader(bytes, packet)
                && stampBytes(bytes, payloadOffset(bytes, packet)) >= PesStamp.LENGTH;
    }

    public static boolean hasDts(byte[] bytes, int packet) {
        return hasPesHeader(bytes, packet)
                && stampBytes(bytes, payloadOffset(bytes, packet)) >= 2 * PesStamp.LENGTH;
    }

    /// Only where [#hasPts].
    public static long pts(byte[] bytes, int packet) {
        return PesStamp.read(bytes, payloadOffset(bytes, packet) + 9);
    }

    /// Only where [#hasPts].
    public static void setPts(byte[] bytes, int packet, long ticks) {
        PesStamp.write(bytes, payloadOffset(bytes, packet) + 9, ticks);
    }

    /// Only where [#hasDts].
    public static long dts(byte[] bytes, int packet) {
        return PesStamp.read(bytes, payloadOffset(bytes, packet) + 9 + PesStamp.LENGTH);
    }

    /// Only where [#hasDts].
    public static void setDts(byte[] bytes, int packet, long ticks) {
        PesStamp.write(bytes, payloadOffset(bytes, packet) + 9 + PesStamp.LENGTH, ticks);
    }

    /// Where the elementary stream goes on behind the PES header, in the array; at most the
    /// packet's end. Only where [#hasPesHeader].
    public static int pesPayloadOffset(byte[] bytes, int packet) {
        var at = payloadOffset(bytes, packet);
        return Math.min(packet + LENGTH, at + 9 + (bytes[at + 8] & 0xff));
    }

    /// How far `later` is after `earlier` on the clock that starts over every 26.5 hours: the
    /// shorter way round, so possibly negative.
    public static long ticksBetween(long earlier, long later) {
        var span = (later - earlier) & (CLOCK_SPAN - 1);
        return span >= CLOCK_SPAN / 2 ? span - CLOCK_SPAN : span;
    }

    private static boolean hasAdaptationFlag(byte[] bytes, int packet, int flag) {
        return hasAdaptation(bytes, packet)
                && bytes[packet + 4] != 0
                && (bytes[packet + 5] & flag) != 0;
    }

    /// Bytes of PTS and DTS that the header announces and has room for.
    private static int stampBytes(byte[] bytes, int pes) {
        var announced =
                switch ((bytes[pes + 7] >> 6) & 3) {
                    case 2 -> PesStamp.LENGTH;
                    case 3 -> 2 * PesStamp.LENGTH;
                    default -> 0;
                };
        return announced <= (bytes[pes + 8] & 0xff) ? announced : 0;
    }
}
