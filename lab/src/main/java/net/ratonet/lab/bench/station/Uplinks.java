package net.ratonet.lab.bench.station;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import net.ratonet.lab.network.PacketTap;
import net.ratonet.shared.srt.SrtPacket;

/// Counts what a station sends on each link, in slices of time. The proxy's thread writes, any
/// thread may read.
final class Uplinks implements PacketTap {

    private static final long SLICE_NANOS = 20_000_000;
    private static final int MOST_SLICES = 15_000;

    /// A link in doubt is given one probe now and then, one that carries a packet every few
    /// milliseconds.
    private static final int PROBES = 1;

    private static final int A_SECOND = (int) (1_000_000_000 / SLICE_NANOS);

    private final long startNanos = System.nanoTime();
    private final AtomicIntegerArray[] slices;
    private final LongAdder freshBits = new LongAdder();

    Uplinks(int links) {
        slices =
                IntStream.range(0, links)
                        .mapToObj(_ -> new AtomicIntegerArray(MOST_SLICES))
                        .toArray(AtomicIntegerArray[]::new);
    }

    @Override
    public void sent(int link, ByteBuffer datagram, long nowNanos) {
        if (!SrtPacket.isSrt(datagram) || !SrtPacket.isData(datagram)) {
            return;
        }
        if (!SrtPacket.isRetransmitted(datagram)) {
            freshBits.add(8L * datagram.remaining());
        }
        slices[link].incrementAndGet(slice(nowNanos));
    }

    /// Bits that were sent for the first time.
    long freshBits() {
        return freshBits.sum();
    }

    /// How long after this moment the link still carried the stream, in milliseconds.
    double carriedForMillis(int link, long fromNanos) {
        var first = slice(fromNanos);
        var last = first;
        for (var slice = first; slice < first + 5 * A_SECOND && slice < MOST_SLICES; slice++) {
            if (slices[link].get(slice) > PROBES) {
                last = slice + 1;
            }
        }
        return (last - first) * SLICE_NANOS / 1e6;
    }

    /// How long after this moment the link carried steadily for a second, in milliseconds; -1 when
    /// it has not yet.
    long carriesAfterMillis(int link, long fromNanos) {
        var first = slice(fromNanos);
        for (var slice = first; slice + A_SECOND <= slice(System.nanoTime()); slice++) {
            if (packets(link, slice) >= A_SECOND) {
                return (slice - first) * SLICE_NANOS / 1_000_000;
            }
        }
        return -1;
    }

    private int packets(int link, int from) {
        return IntStream.range(from, from + A_SECOND).map(slices[link]::get).sum();
    }

    private int slice(long nanos) {
        return Math.clamp((nanos - startNanos) / SLICE_NANOS, 0, MOST_SLICES - 1);
    }
}
