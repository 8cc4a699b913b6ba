package net.ratonet.relay.session;

import java.util.Arrays;
import net.ratonet.relay.session.ts.TsPacket;

/// Cuts a stream's packets into chunks, so that each key frame begins one, tables in front. It
/// keeps packets back only until the piece they came in ends. Owned by one thread.
final class ChunkCutter {

    /// Large enough to cost little for each reader, small enough to wait for nothing.
    private static final int MOST_PACKETS = 64;

    private static final int PAT = 1;
    private static final int PMT = 2;

    private final Sink sink;
    private final TableCopy pat = new TableCopy();
    private final TableCopy pmt = new TableCopy();
    private final byte[] pending = new byte[MOST_PACKETS * TsPacket.LENGTH];
    private int filled;

    /// Where the tables begin at which what is pending ends.
    private int tables;

    private int tablesSeen;
    private boolean keyFrame;

    ChunkCutter(Sink sink) {
        this.sink = sink;
    }

    /// Takes chunks.
    @FunctionalInterface
    interface Sink {

        void chunk(byte[] packets, boolean keyFrame);
    }

    void pat(byte[] bytes, int packet) {
        pat.accept(bytes, packet);
        table(bytes, packet, PAT);
    }

    void pmt(byte[] bytes, int packet) {
        pmt.accept(bytes, packet);
        table(bytes, packet, PMT);
    }

    /// A table that readers can do without.
    void otherTable(byte[] bytes, int packet) {
        table(bytes, packet, 0);
    }

    void media(byte[] bytes, int packet) {
        append(bytes, packet);
        endTables();
    }

    /// The first packet of a key frame.
    void keyFrame(byte[] bytes, int packet) {
        if (tablesSeen == (PAT | PMT)) {
            var front = Arrays.copyOfRange(pending, tables, filled);
            filled = tables;
            cut();
            put(front);
        } else {
            cut();
            put(pat.packets());
            put(pmt.packets());
        }
        keyFrame = true;
        media(bytes, packet);
    }

    private void cut() {
        if (filled > 0) {
            sink.chunk(Arrays.copyOf(pending, filled), keyFrame);
        }
        filled = 0;
        keyFrame = false;
        endTables();
    }

    /// Ends a chunk here and hands it on, but for tables at its end: a key frame may follow them.
    void flush() {
        var back = Arrays.copyOfRange(pending, tables, filled);
        var seen = tablesSeen;
        filled = tables;
        cut();
        put(back);
        tables = 0;
        tablesSeen = seen;
    }

    private void table(byte[] bytes, int packet, int which) {
        if (filled == pending.length) {
            cut();
        }
        append(bytes, packet);
        tablesSeen |= which;
    }

    private void append(byte[] bytes, int packet) {
        if (filled == pending.length) {
            cut();
        }
        System.arraycopy(bytes, packet, pending, filled, TsPacket.LENGTH);
        filled += TsPacket.LENGTH;
    }

    private void put(byte[] packets) {
        System.arraycopy(packets, 0, pending, filled, packets.length);
        filled += packets.length;
    }

    private void endTables() {
        tables = filled;
        tablesSeen = 0;
    }
}
