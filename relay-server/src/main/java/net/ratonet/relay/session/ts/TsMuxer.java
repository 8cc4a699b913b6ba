package net.ratonet.relay.session.ts;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes access units as MPEG-TS, the reverse of reading them. What belongs to one unit goes to
/// the sink at once, so a key frame comes with its tables in front. For one thread.
public final class TsMuxer implements TsListener {

    private static final int PACKET = 188;
    private static final int PACKET_HEADER = 4;
    private static final int CLOCK_FIELD = 8;
    private static final long MASK = (1L << 33) - 1;

    /// How long before its time a picture is there.
    private static final long CLOCK_LEAD = 9_000;

    /// Readers want the clock every 100 ms, and tables about as often when no key frames come.
    private static final long CLOCK_INTERVAL = 6_300;

    private static final long TABLE_INTERVAL = 18_000;

    private final TsSink sink;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, Integer> counters = new HashMap<>();
    private List<Track> tracks = List.of();
    private int clockPid;
    private int version = -1;
    private long clock = -1;
    private long tablesAt = -1;

    public TsMuxer(TsSink sink) {
        this.sink = sink;
    }

    @Override
    public void tracks(List<Track> now) {
        tracks = List.copyOf(now);
        clockPid =
                now.stream()
                        .filter(track -> track.codec().isVideo())
                        .findFirst()
                        .or(() -> now.stream().findFirst())
                        .map(Track::pid)
                        .orElse(0x1FFF);
        version++;
        tablesAt = -1;
    }

    @Override
    public void unit(AccessUnit unit) {
        if (!tracks.contains(unit.track())) {
            return;
        }
        var isVideo = unit.track().codec().isVideo();
        if ((isVideo && unit.keyFrame()) || isDue(tablesAt, unit.dts(), TABLE_INTERVAL)) {
            writeTables();
            tablesAt = unit.dts();
        }
        var ownsClock = unit.track().pid() == clockPid;
        if (!ownsClock && isDue(clock, unit.dts() - CLOCK_LEAD, CLOCK_INTERVAL)) {
            writeClock(unit.dts());
        }
        writePes(unit, ownsClock);
        sink.write(out.toByteArray(), 0, out.size());
        out.reset();
    }

    private static boolean isDue(long last, long now, long interval) {
        return last < 0 || ahead(last, now) >= interval;
    }

    /// How much later, by the shorter way round 33 bits.
    private static long ahead(long from, long to) {
        return ((to - from & MASK) ^ 1L << 32) - (1L << 32);
    }

    private void writeTables() {
        writeSection(TsTables.PAT_PID, TsTables.pat());
        writeSection(TsTables.PMT_PID, TsTables.pmt(tracks, clockPid, version));
    }

    private void writeSection(int pid, byte[] section) {
        var packet = packet(pid, true, true);
        packet.put((byte) 0).put(section);
        while (packet.hasRemaining()) {
            packet.put((byte) 0xFF);
        }
        out.write(packet.array(), packet.arrayOffset(), PACKET);
    }

    /// A packet of nothing but the clock; it does not count.
    private void writeClock(long dts) {
        var packet = ByteBuffer.allocate(PACKET);
        var counter = counters.getOrDefault(clockPid, 15);
        packet.put((byte) 0x47).putShort((short) clockPid).put((byte) (0x20 | counter));
        adaptation(packet, PACKET - PACKET_HEADER, false, true, dts);
        out.write(packet.array(), packet.arrayOffset(), PACKET);
    }

    private void writePes(AccessUnit unit, boolean ownsClock) {
        var head = pesHead(unit);
        var content = ByteBuffer.allocate(head.length + unit.bytes().length);
        content.put(head).put(unit.bytes()).flip();
        var keyFrame = unit.keyFrame() && unit.track().codec().isVideo();
        var clockIsDue = ownsClock && isDue(clock, unit.dts() - CLOCK_LEAD, 1);
        var first = true;
        while (content.hasRemaining()) {
            var field = first && (keyFrame || clockIsDue) ? (clockIsDue ? CLOCK_FIELD : 2) : 0;
            var room = PACKET - PACKET_HEADER - field;
            // A short rest is brought to size by an adaptation field of filling.
            var filled = field + Math.max(0, room - content.remaining());
            var packet = packet(unit.track().pid(), first, filled == 0);
            if (filled > 0) {
                adaptation(packet, filled, first && keyFrame, first && clockIsDue, unit.dts());
            }
            var piece = Math.min(packet.remaining(), content.remaining());
            packet.put(packet.position(), content, content.position(), piece);
            content.position(content.position() + piece);
            out.write(packet.array(), packet.arrayOffset(), PACKET);
            first = false;
        }
    }

    private ByteBuffer packet(int pid, boolean first, boolean onlyContent) {
        var counter = counters.merge(pid, 1, (last, one) -> last + one & 15);
        return ByteBuffer.allocate(PACKET)
                .put((byte) 0x47)
                .putShort((short) ((first ? 0x4000 : 0) | pid))
                .put((byte) ((onlyContent ? 0x10 : 0x30) | counter));
    }

    private void adaptation(
            ByteBuffer packet, int size, boolean keyFrame, boolean withClock, long dts) {
        var end = packet.position() + size;
        packet.put((byte) (size - 1));
        if (size > 1) {
            packet.put((byte) ((keyFrame ? 0x40 : 0) | (withClock ? 0x10 : 0)));
        }
        if (withClock) {
            clock = dts - CLOCK_LEAD & MASK;
            packet.putInt((int) (clock >> 1));
            packet.putShort((short) ((clock & 1) << 15 | 0x7E00));
        }
        while (packet.position() < end) {
            packet.put((byte) 0xFF);
        }
    }

    private static byte[] pesHead(AccessUnit unit) {
        var isVideo = unit.track().codec().isVideo();
        var twoTimes = unit.pts() != unit.dts();
        var times = twoTimes ? 10 : 5;
        var rest = 3 + times + unit.bytes().length;
        var head = ByteBuffer.allocate(9 + times);
        head.putInt(isVideo ? 0x1E0 : 0x1C0);
        // Video may leave its length open, and must when it is long.
        head.putShort((short) (isVideo || rest > 0xFFFF ? 0 : rest));
        head.put((byte) 0x84).put((byte) (twoTimes ? 0xC0 : 0x80)).put((byte) times);
        time(head, twoTimes ? 3 : 2, unit.pts());
        if (twoTimes) {
            time(head, 1, unit.dts());
        }
        return head.array();
    }

    private static void time(ByteBuffer out, int mark, long time) {
        out.put((byte) (mark << 4 | (time >> 30 & 7) << 1 | 1));
        out.putShort((short) ((time >> 15 & 0x7FFF) << 1 | 1));
        out.putShort((short) ((time & 0x7FFF) << 1 | 1));
    }
}
