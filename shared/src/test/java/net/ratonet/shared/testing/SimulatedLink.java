package net.ratonet.shared.testing;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Random;
import net.ratonet.shared.telemetry.Bitrate;

/// One direction of a network link in virtual time: datagrams wait in a queue that drops what does
/// not fit, leave it one after the other at exactly the rate, are then lost or swallowed or arrive
/// after the delay plus a uniformly random jitter. The same seed and calls give the same run, for
/// one thread; a change of conditions holds from the last instant that the link was shown.
public final class SimulatedLink {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Random random;
    private final LossModel loss;
    private final ArrayDeque<ByteBuffer> queue = new ArrayDeque<>();
    private final PriorityQueue<Arrival> onTheWire =
            new PriorityQueue<>(
                    Comparator.comparingLong(Arrival::atNanos).thenComparingLong(Arrival::number));

    private long bitsPerSecond = 1_000_000_000;
    private long queueLimitBytes = 1_000_000;
    private long delayNanos;
    private long jitterNanos;
    private boolean reordering;
    private boolean blackHole;

    private long nowNanos = Long.MIN_VALUE;
    private long queuedBytes;

    /// What is left to send of the queue's head, in bits times nanoseconds per second, so that no
    /// rounding ever touches the rate. Below zero it is the head start of the next datagram.
    private long headWork;

    private long lastArrivalNanos = Long.MIN_VALUE;
    private long sent;
    private long delivered;
    private long overflowed;
    private long lost;
    private long carried;
    private long swallowed;

    /// A clean, fast link: 1 Gbit/s, no delay, no loss, room for 1 MB in the queue.
    public SimulatedLink(long seed) {
        random = new Random(seed);
        loss = new LossModel(random);
    }

    public SimulatedLink rate(Bitrate rate) {
        if (rate.bitsPerSecond() == 0) {
            throw new IllegalArgumentException("a link without any rate is a black hole: say so");
        }
        bitsPerSecond = rate.bitsPerSecond();
        return this;
    }

    public SimulatedLink queueLimit(long bytes) {
        queueLimitBytes = bytes;
        return this;
    }

    /// Room for as many bytes as the present rate sends in that time.
    public SimulatedLink queueLimit(Duration longestWait) {
        return queueLimit((long) (bitsPerSecond / 8.0 * longestWait.toNanos() / NANOS_PER_SECOND));
    }

    public SimulatedLink delay(Duration oneWay) {
        delayNanos = oneWay.toNanos();
        return this;
    }

    /// Adds between nothing and `most` to the delay of each datagram; the order stays.
    public SimulatedLink jitter(Duration most) {
        jitterNanos = most.toNanos();
        return this;
    }

    /// Whether jitter may let one datagram overtake another.
    public SimulatedLink reordering(boolean on) {
        reordering = on;
        return this;
    }

    /// Loses each datagram on its own with this probability.
    public SimulatedLink loss(double share) {
        loss.loseSingly(share);
        return this;
    }

    /// Loses this share of all datagrams in runs of a mean length.
    public SimulatedLink burstLoss(double share, double meanLength) {
        loss.loseInBursts(share, meanLength);
        return this;
    }

    /// While on, the link takes datagrams as ever and none of them arrives. What was already on the
    /// wire still does.
    public SimulatedLink blackHole(boolean on) {
        blackHole = on;
        return this;
    }

    /// Copies the datagram's remaining bytes into the queue; false when they do not fit.
    public boolean send(ByteBuffer datagram, long atNanos) {
        advanceTo(atNanos);
        sent++;
        if (queuedBytes + datagram.remaining() > queueLimitBytes) {
            overflowed++;
            return false;
        }
        var copy = ByteBuffer.allocate(datagram.remaining()).put(datagram.duplicate()).flip();
        queuedBytes += copy.remaining();
        queue.add(copy);
        if (queue.size() == 1) {
            headWork = workOf(copy);
        }
        return true;
    }

    /// Everything that arrives up to and at that instant, in order of arrival.
    public List<Arrival> deliverUntil(long untilNanos) {
        advanceTo(untilNanos);
        var arrivals = new ArrayList<Arrival>();
        for (var next = onTheWire.peek();
                next != null && next.atNanos() <= untilNanos;
                next = onTheWire.peek()) {
            arrivals.add(onTheWire.remove());
        }
        delivered += arrivals.size();
        return arrivals;
    }

    /// When the link has to be looked at next: no datagram leaves the queue or arrives before.
    public OptionalLong nextEventNanos() {
        var arrival = onTheWire.peek();
        var departs = queue.isEmpty() ? Long.MAX_VALUE : nowNanos + nanosFor(headWork);
        var arrives = arrival == null ? Long.MAX_VALUE : arrival.atNanos();
        return queue.isEmpty() && arrival == null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.min(departs, arrives));
    }

    public long queuedBytes() {
        return queuedBytes;
    }

    /// Datagrams handed to the link, whatever became of them.
    public long sent() {
        return sent;
    }

    public long delivered() {
        return delivered;
    }

    /// All that will never arrive: no room in the queue, lost, or in the black hole.
    public long dropped() {
        return overflowed + lost + swallowed;
    }

    public long overflowed() {
        return overflowed;
    }

    public long lost() {
        return lost;
    }

    private void advanceTo(long untilNanos) {
        if (untilNanos < nowNanos) {
            throw new IllegalArgumentException(
                    "time goes from %d back to %d".formatted(nowNanos, untilNanos));
        }
        while (!queue.isEmpty() && nanosFor(headWork) <= untilNanos - nowNanos) {
            var nanos = nanosFor(headWork);
            nowNanos += nanos;
            headWork -= nanos * bitsPerSecond;
            depart(queue.remove());
            headWork = queue.isEmpty() ? 0 : headWork + workOf(queue.element());
        }
        if (!queue.isEmpty()) {
            headWork -= (untilNanos - nowNanos) * bitsPerSecond;
        }
        nowNanos = untilNanos;
    }

    private void depart(ByteBuffer datagram) {
        queuedBytes -= datagram.remaining();
        if (blackHole) {
            swallowed++;
        } else if (loss.losesNext()) {
            lost++;
        } else {
            var jitter = jitterNanos == 0 ? 0 : random.nextLong(jitterNanos + 1);
            onTheWire.add(
                    new Arrival(datagram, inOrder(nowNanos + delayNanos + jitter), ++carried));
        }
    }

    private long inOrder(long atNanos) {
        lastArrivalNanos = reordering ? atNanos : Math.max(atNanos, lastArrivalNanos);
        return lastArrivalNanos;
    }

    private long nanosFor(long work) {
        return Math.ceilDiv(work, bitsPerSecond);
    }

    private static long workOf(ByteBuffer datagram) {
        return datagram.remaining() * 8L * NANOS_PER_SECOND;
    }

    /// A datagram at the far end.
    ///
    /// @param number counts what the wire carried, so that equal times keep their order
    public record Arrival(ByteBuffer datagram, long atNanos, long number) {}
}
