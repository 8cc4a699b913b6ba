package net.ratonet.station.bonding;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.SimulatedLink;

/// An encoder, a bond, its links and a receiver in virtual time, a millisecond at a time.
public final class SimulatedField {

    private static final long STEP_NANOS = 1_000_000;
    private static final long BOND_NANOS = 10_000_000;
    private static final Duration LATENCY = Duration.ofSeconds(2);

    private final List<Lane> lanes = new ArrayList<>();
    private final List<LongConsumer> observers = new ArrayList<>();
    private final SimulatedSrtlaReceiver receiver =
            new SimulatedSrtlaReceiver(LATENCY.toNanos(), this::down);
    private final Bond bond;
    private final SimulatedSrtEncoder encoder;
    private final KeyFrameWatch keyFrames = new KeyFrameWatch();
    private boolean encoding = true;
    private long now = 1_000_000_000_000L;

    public SimulatedField(long bitsPerSecond) {
        this(bitsPerSecond, 1_000);
    }

    public SimulatedField(long bitsPerSecond, int firstSequence) {
        bond = new Bond(BondMode.BONDED, new Random(4), new Output(), now);
        encoder =
                new SimulatedSrtEncoder(
                        bitsPerSecond,
                        LATENCY.toNanos(),
                        firstSequence,
                        packet -> bond.fromEncoder(packet, now));
    }

    /// Adds a link with the same delay both ways and an eighth of its rate down.
    public Lane lane(double mbps, long delayMs) {
        var lane = new Lane(lanes.size(), mbps, delayMs);
        lanes.add(lane);
        bond.addLink(lane.slot, new LinkId("lane" + lane.slot), LinkTerms.NORMAL, now);
        return lane;
    }

    /// Called each millisecond.
    public void observe(LongConsumer observer) {
        observers.add(observer);
    }

    public void run(Duration span) {
        var end = now + span.toNanos();
        while (now < end) {
            now += STEP_NANOS;
            if (encoding) {
                encoder.advance(now);
            }
            lanes.forEach(Lane::carry);
            receiver.advance(now);
            if (now % BOND_NANOS == 0) {
                bond.advance(now);
            }
            observers.forEach(observer -> observer.accept(now));
        }
    }

    public void encoding(boolean on) {
        encoding = on;
    }

    public Bond bond() {
        return bond;
    }

    public SimulatedSrtEncoder encoder() {
        return encoder;
    }

    public SimulatedSrtlaReceiver receiver() {
        return receiver;
    }

    public long nowNanos() {
        return now;
    }

    public List<Lane> lanes() {
        return lanes;
    }

    LinkSnapshot link(int slot) {
        return bond.snapshot().link("lane" + slot).orElseThrow();
    }

    private void down(int address, ByteBuffer packet) {
        lanes.stream()
                .filter(lane -> lane.address == address)
                .forEach(lane -> lane.down.send(packet, now));
    }

    private final class Output implements BondOutput {
        @Override
        public boolean toLink(int slot, ByteBuffer datagram) {
            if (SrtPacket.isSrt(datagram)
                    && SrtPacket.isData(datagram)
                    && !SrtPacket.isRetransmitted(datagram)
                    && keyFrames.isKeyFrame(datagram)) {
                lanes.get(slot).keyFramePackets++;
            }
            lanes.get(slot).up.send(datagram, now);
            lanes.get(slot).sent++;
            return true;
        }

        @Override
        public void toEncoder(ByteBuffer datagram) {
            encoder.receive(datagram, now);
        }
    }

    /// A link's two directions.
    public final class Lane {
        private final int slot;
        private final SimulatedLink up;
        private final SimulatedLink down;
        private int address;
        private long sent;
        private long keyFramePackets;

        Lane(int slot, double mbps, long delayMs) {
            this.slot = slot;
            this.address = slot;
            up = direction(2L * slot, mbps, delayMs);
            down = direction(2L * slot + 1, Math.max(2, mbps), delayMs);
        }

        private SimulatedLink direction(long seed, double mbps, long delayMs) {
            return new SimulatedLink(seed)
                    .rate(Bitrate.ofKbps(mbps * 1_000))
                    .queueLimit(Duration.ofMillis(1_500))
                    .delay(Duration.ofMillis(delayMs));
        }

        public SimulatedLink up() {
            return up;
        }

        public SimulatedLink down() {
            return down;
        }

        public long sent() {
            return sent;
        }

        long keyFramePackets() {
            return keyFramePackets;
        }

        public void cut(boolean on) {
            up.blackHole(on);
            down.blackHole(on);
        }

        /// The carrier's NAT gives it another address.
        public void rebind() {
            address += 100;
        }

        private void carry() {
            up.deliverUntil(now)
                    .forEach(arrival -> receiver.receive(address, arrival.datagram(), now));
            down.deliverUntil(now).forEach(arrival -> bond.fromLink(slot, arrival.datagram(), now));
        }
    }
}
