package net.ratonet.relay.output.programme;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.relay.session.ts.TsPacket;

/// The programme's packets as they are made, cut into chunks. Owned by the splicer.
final class OutStream {

    /// The whole programme is one run of timestamps.
    private static final long ORIGIN = 1;

    private static final long LONGEST_WITHOUT_CLOCK = TsPacket.CLOCK_HZ / 12;

    /// How far the clock runs ahead of what is decoded, where the source does not say.
    private static final long CLOCK_LEAD = TsPacket.CLOCK_HZ / 5;

    private final ByteArrayOutputStream packets = new ByteArrayOutputStream();
    private final List<TsChunk> chunks = new ArrayList<>();
    private boolean keyFrame;
    private int tablesSent;
    private int version = -1;
    private long lastClock = -TsPacket.CLOCK_HZ;

    /// The next tables say something else.
    void changeTables() {
        version++;
    }

    void beginChunk(Tables tables, long now) {
        endChunk(now);
        keyFrame = true;
        packets.writeBytes(tables.write(tablesSent++, Math.max(0, version)));
    }

    /// Passes on one piece, with its clock readings moved as its timestamps were.
    ///
    /// @param rawDts what its clock readings refer to
    /// @param clocked whether this track carries the programme's clock
    void write(OutTrack track, Pes pes, long rawDts, long dts, boolean clocked) {
        var bytes = pes.packets();
        if (clocked
                && !TsPacket.hasPcr(bytes, 0)
                && dts - CLOCK_LEAD - lastClock > LONGEST_WITHOUT_CLOCK) {
            lastClock = Math.max(lastClock + 1, dts - CLOCK_LEAD);
            packets.writeBytes(clock(track, lastClock));
        }
        for (var packet = 0; packet < pes.length(); packet += TsPacket.LENGTH) {
            bytes[packet + 1] = (byte) ((bytes[packet + 1] & 0xe0) | track.pid() >> 8);
            bytes[packet + 2] = (byte) track.pid();
            var payload = TsPacket.hasPayload(bytes, packet);
            TsPacket.setContinuity(bytes, packet, track.nextContinuity(payload));
            if (TsPacket.hasPcr(bytes, packet)) {
                var ahead = TsPacket.ticksBetween(rawDts, TsPacket.pcr(bytes, packet));
                setClock(bytes, packet, dts + ahead, clocked);
            }
        }
        packets.write(bytes, 0, pes.length());
    }

    List<TsChunk> take(long now) {
        endChunk(now);
        var made = List.copyOf(chunks);
        chunks.clear();
        return made;
    }

    private void endChunk(long now) {
        if (packets.size() > 0) {
            chunks.add(new TsChunk(packets.toByteArray(), now, keyFrame, ORIGIN));
            packets.reset();
        }
        keyFrame = false;
    }

    /// A packet with nothing but the clock; it does not count.
    private static byte[] clock(OutTrack track, long ticks) {
        var packet = new byte[TsPacket.LENGTH];
        Arrays.fill(packet, (byte) 0xff);
        packet[0] = TsPacket.SYNC;
        packet[1] = (byte) (track.pid() >> 8);
        packet[2] = (byte) track.pid();
        packet[3] = (byte) (0x20 | track.nextContinuity(false));
        packet[4] = (byte) (TsPacket.LENGTH - 5);
        packet[5] = 0x10;
        packet[10] = 0x7e;
        packet[11] = 0;
        TsPacket.setPcr(packet, 0, ticks & TsPacket.CLOCK_SPAN - 1);
        return packet;
    }

    private void setClock(byte[] bytes, int packet, long wanted, boolean clocked) {
        if (clocked) {
            lastClock = Math.max(lastClock + 1, wanted);
            TsPacket.setPcr(bytes, packet, lastClock & TsPacket.CLOCK_SPAN - 1);
        }
    }
}
