package net.ratonet.relay.ingest.srtla;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.ratonet.shared.srt.LossList;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.srtla.GroupId;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;
import net.ratonet.shared.testing.SimulatedLink;

/// An encoder and a sender as most people have them, with simulated modems, in virtual time: the
/// link with the largest window for what is on its way carries the next packet, and one that hears
/// nothing for 4 seconds registers again.
final class BondedSender {

    private static final long STEP = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long DEAD_AFTER = 4 * SECOND;
    private static final int DATAGRAM = 1_332;

    private final ReceiverWorld world;
    private final List<Modem> modems = new ArrayList<>();
    private final Map<Integer, Long> sentAt = new HashMap<>();
    private final Map<Integer, Long> resentAt = new HashMap<>();
    private final Map<Integer, Modem> carriers = new HashMap<>();
    private GroupId id;
    private int next;
    private int encoder = 0x77;
    private int listener;
    private int ackNumber;
    private long roundTripNanos;
    private long packetDue;
    private long bitsPerSecond;
    private int sent;
    private int resent;

    BondedSender(ReceiverWorld world, int firstSequence) {
        this.world = world;
        next = firstSequence;
        id = GroupId.random(world.random);
    }

    Modem modem(SimulatedLink up, SimulatedLink down) {
        var modem = new Modem(ReceiverWorld.address(modems.size() + 1, 1), up, down);
        modems.add(modem);
        return modem;
    }

    void connect() {
        modems.getFirst().send(SrtlaCodec.putReg1(ByteBuffer.allocate(258), id).flip());
        run(1);
        encode();
    }

    /// A new encoder process with numbers of its own.
    void restartEncoder(int firstSequence) {
        encoder++;
        next = firstSequence;
        listener = 0;
        ackNumber = 0;
        sentAt.clear();
        resentAt.clear();
        carriers.clear();
        encode();
    }

    void rate(long bitsPerSecond) {
        this.bitsPerSecond = bitsPerSecond;
        packetDue = world.now;
    }

    int sent() {
        return sent;
    }

    int resent() {
        return resent;
    }

    double share(Modem modem) {
        return modem.carried / (double) (sent + resent);
    }

    void run(double seconds) {
        var until = world.now + (long) (seconds * SECOND);
        while (world.now < until) {
            world.now += STEP;
            deliver();
            if (world.now / STEP % 10 == 0) {
                world.receiver.tick(world.now);
                answers();
            }
            if (world.now / STEP % 1_000 == 0) {
                modems.forEach(Modem::everySecond);
            }
            stream();
        }
    }

    private void encode() {
        best().send(Packets.handshake(Packets.INDUCTION, encoder, 0));
    }

    private void stream() {
        while (listener != 0 && bitsPerSecond > 0 && packetDue <= world.now) {
            packetDue += DATAGRAM * 8 * SECOND / bitsPerSecond;
            sentAt.put(next, world.now / 1_000);
            carry(next, Packets.data(next, world.now / 1_000, listener));
            sent++;
            next = Sequence.next(next);
        }
    }

    private void carry(int sequence, ByteBuffer packet) {
        var modem = best();
        modem.inFlight.add(sequence);
        modem.carried++;
        carriers.put(sequence, modem);
        modem.send(packet);
    }

    private Modem best() {
        return modems.stream().max(Comparator.comparingDouble(Modem::score)).orElseThrow();
    }

    /// All that arrives at either end by now, in the order of its arrival.
    private void deliver() {
        for (var modem : modems) {
            for (var arrival : modem.up.deliverUntil(world.now)) {
                world.from(modem.address, arrival.datagram());
            }
        }
        answers();
        for (var modem : modems) {
            modem.down.deliverUntil(world.now).forEach(arrival -> hear(modem, arrival.datagram()));
        }
    }

    private void answers() {
        for (var answer : world.taken()) {
            modems.stream()
                    .filter(modem -> modem.address.equals(answer.to()))
                    .forEach(modem -> modem.down.send(answer.packet(), world.now));
        }
    }

    private void hear(Modem modem, ByteBuffer packet) {
        switch (SrtlaType.of(packet)) {
            case REG2 -> {
                id = SrtlaCodec.groupId(packet).orElseThrow();
                modems.forEach(Modem::join);
            }
            case REG3, KEEPALIVE -> modem.heardAt = world.now;
            case ACK -> confirmed(modem, packet);
            case NOT_SRTLA -> hearSrt(modem, packet);
            case REG_NGP -> modem.join();
            case REG1, REG_ERR, REG_NAK, UNKNOWN -> throw new AssertionError("unexpected");
        }
    }

    private void confirmed(Modem modem, ByteBuffer ack) {
        modem.heardAt = world.now;
        for (var i = 0; i < SrtlaCodec.ackCount(ack); i++) {
            for (var each : modems) {
                each.confirm(SrtlaCodec.ackSequence(ack, i));
            }
        }
    }

    private void hearSrt(Modem modem, ByteBuffer packet) {
        modem.heardAt = world.now;
        switch (SrtPacket.controlType(packet)) {
            case SrtPacket.HANDSHAKE -> {
                if (Handshake.isInduction(packet)) {
                    best().send(Packets.handshake(Packets.CONCLUSION, encoder, 0));
                } else if (SrtPacket.destination(packet) == encoder) {
                    listener = Handshake.socketId(packet);
                }
            }
            case SrtPacket.ACK -> {
                confirmAck(packet);
                var upTo = SrtPacket.lastAcknowledged(packet);
                modems.forEach(each ->
                        each.inFlight.removeIf(sequence -> Sequence.isAfter(upTo, sequence)));
            }
            case SrtPacket.NAK -> LossList.walk(packet, 1_000, this::resend);
            default -> {}
        }
    }

    /// An ACK comes on every link; only the first copy is answered.
    private void confirmAck(ByteBuffer ack) {
        roundTripNanos = SrtPacket.ackRttMicros(ack) * 1_000L;
        if (SrtPacket.ackNumber(ack) > ackNumber) {
            ackNumber = SrtPacket.ackNumber(ack);
            best().send(Packets.ackAck(ackNumber, listener));
        }
    }

    /// A report comes on every link; libsrt sends nothing twice within a round trip.
    private void resend(int first, int last) {
        for (var step = 0; step <= Sequence.distance(first, last); step++) {
            var sequence = Sequence.plus(first, step);
            var carrier = carriers.get(sequence);
            var timestamp = sentAt.get(sequence);
            if (carrier != null && timestamp != null && isDue(sequence)) {
                carrier.lost(sequence);
                resentAt.put(sequence, world.now);
                resent++;
                carry(sequence, Packets.again(sequence, timestamp, listener));
            }
        }
    }

    private boolean isDue(int sequence) {
        var last = resentAt.get(sequence);
        return last == null || world.now - last >= roundTripNanos;
    }

    /// One modem of the sender. Windows are in thousandths of a packet, as everybody has them.
    final class Modem {

        final SimulatedLink up;
        final SimulatedLink down;
        private final InetSocketAddress address;
        private final Set<Integer> inFlight = new HashSet<>();
        private int window = 20_000;
        private int carried;
        private long heardAt;

        private Modem(InetSocketAddress address, SimulatedLink up, SimulatedLink down) {
            this.address = address;
            this.up = up;
            this.down = down;
        }

        private double score() {
            return isDead() ? -1 : window / (inFlight.size() + 1.0);
        }

        private boolean isDead() {
            return world.now - heardAt > DEAD_AFTER;
        }

        private void send(ByteBuffer packet) {
            up.send(packet, world.now);
        }

        private void join() {
            send(SrtlaCodec.putReg2(ByteBuffer.allocate(258), id).flip());
        }

        private void everySecond() {
            if (isDead()) {
                window = 1_000;
                inFlight.clear();
                join();
            } else {
                send(SrtlaCodec.putShort(ByteBuffer.allocate(32), SrtlaType.KEEPALIVE).flip());
            }
        }

        private void confirm(int sequence) {
            var full = inFlight.size() * 1_000 > window;
            if (inFlight.remove(sequence) && full) {
                window += 29;
            }
            window = Math.min(window + 1, 60_000);
        }

        private void lost(int sequence) {
            inFlight.remove(sequence);
            window = Math.max(1_000, window - 100);
        }
    }
}
