package net.ratonet.lab.bench.bonding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import net.ratonet.lab.network.PacketTap;
import net.ratonet.shared.srt.SrtPacket;

/// Counts what the bond sends on each link, in slices of 100 ms. The proxy's thread writes; read it
/// when the proxy is closed, or count on a moment's difference.
final class BondingTally implements PacketTap {

    static final long SLICE_NANOS = 100_000_000;
    private static final int MOST_SLICES = 6_000;

    private final long startNanos = System.nanoTime();
    private final int[][] slices;
    private final long[] packets;
    private final LongAdder data = new LongAdder();
    private final LongAdder retransmitted = new LongAdder();

    BondingTally(int links) {
        slices = new int[links][MOST_SLICES];
        packets = new long[links];
    }

    @Override
    public void sent(int link, ByteBuffer datagram, long nowNanos) {
        if (!SrtPacket.isSrt(datagram) || !SrtPacket.isData(datagram)) {
            return;
        }
        data.increment();
        if (SrtPacket.isRetransmitted(datagram)) {
            retransmitted.increment();
        }
        packets[link]++;
        slices[link][slice(nowNanos)]++;
    }

    long data() {
        return data.sum();
    }

    long retransmitted() {
        return retransmitted.sum();
    }

    List<Integer> shares() {
        var all = Math.max(1, Arrays.stream(packets).sum());
        var shares = new ArrayList<Integer>();
        for (var count : packets) {
            shares.add((int) Math.round(100.0 * count / all));
        }
        return shares;
    }

    /// How long after a cut the link was still given more than probes, in milliseconds.
    long noticedAfterMillis(int link, long cutNanos, long healedNanos) {
        var first = slice(cutNanos);
        var last = first;
        for (var slice = first; slice < slice(healedNanos); slice++) {
            if (slices[link][slice] > 3) {
                last = slice + 1;
            }
        }
        return (last - first) * SLICE_NANOS / 1_000_000;
    }

    /// How long after it healed the link carried again, in milliseconds; -1 when it never did.
    long recoveredAfterMillis(int link, long healedNanos) {
        var first = slice(healedNanos);
        for (var slice = first; slice + 5 < MOST_SLICES; slice++) {
            if (Arrays.stream(slices[link], slice, slice + 5).allMatch(count -> count > 3)) {
                return (slice - first) * SLICE_NANOS / 1_000_000;
            }
        }
        return -1;
    }

    private int slice(long nanos) {
        return Math.clamp((nanos - startNanos) / SLICE_NANOS, 0, MOST_SLICES - 1);
    }
}
