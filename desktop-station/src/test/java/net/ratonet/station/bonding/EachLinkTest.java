package net.ratonet.station.bonding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import net.ratonet.shared.srt.SrtPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole stream on each link, to receivers of their own.
final class EachLinkTest {

    private static final long MS = 1_000_000;
    private static final int ENCODER = 0x77;
    private static final int INDUCTION = 1;
    private static final int CONCLUSION = -1;
    private static final int FIRST = 500;

    private final FakeOutput output = new FakeOutput();
    private final Bond bond = new Bond(BondMode.EACH, new Random(7), output, 0);
    private long now;

    @Test
    void callsAllReceiversEachWithItsOwnCookie() {
        addLinks(2);
        bond.fromEncoder(handshake(INDUCTION, ENCODER, 0), now);
        assertThat(output.takeSent()).extracting(FakeOutput.Sent::slot).containsExactly(0, 1);

        bond.fromLink(0, handshake(INDUCTION, 100, 11), now);
        bond.fromLink(1, handshake(INDUCTION, 200, 22), now);
        bond.fromEncoder(handshake(CONCLUSION, ENCODER, 11), now);

        assertThat(output.takeSent())
                .extracting(sent -> List.of(sent.slot(), cookieOf(sent.packet())))
                .containsExactly(List.of(0, 11), List.of(1, 22));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 47, 1_501, 2_048})
    void passesOnNoHandshakeThatCannotBeOne(int bytes) {
        addLinks(2);
        var packet = ByteBuffer.allocate(bytes);
        SrtPacket.putControl(packet, SrtPacket.HANDSHAKE, 0, 0, 0);

        bond.fromEncoder(packet.position(0).limit(bytes), now);
        bond.advance(now);

        assertThat(output.takeSent()).isEmpty();
    }

    @Test
    void letsTheEncoderBelieveInOneReceiver() {
        connect(2);

        assertThat(output.takeForEncoder().stream().filter(packet -> typeOf(packet) == CONCLUSION))
                .hasSize(1);
        assertThat(bond.snapshot().joined()).isTrue();
    }

    @Test
    void sendsEveryPacketToAllUnderTheirOwnNumbers() {
        connect(2);
        output.takeSent();

        data(FIRST);

        assertThat(output.takeSent())
                .extracting(sent -> List.of(sent.slot(), SrtPacket.destination(sent.packet())))
                .containsExactlyInAnyOrder(List.of(0, 100), List.of(1, 200));
    }

    @Test
    void confirmsForTheEncoderWhatItsLeaderConfirms() {
        connect(2);
        output.takeSent();
        output.takeForEncoder();

        bond.fromLink(0, ack(1, FIRST), now);
        bond.fromLink(1, ack(5, FIRST), now);

        assertThat(output.takeForEncoder())
                .singleElement()
                .matches(ack -> SrtPacket.ackNumber(ack) == 1);
        assertThat(output.takeSent())
                .singleElement()
                .matches(sent -> sent.slot() == 1)
                .matches(sent -> SrtPacket.isControl(sent.packet(), SrtPacket.ACKACK))
                .matches(sent -> SrtPacket.ackNumber(sent.packet()) == 5)
                .matches(sent -> SrtPacket.destination(sent.packet()) == 200);
    }

    @Test
    void repeatsWhatAnyReceiverMisses() {
        connect(2);
        output.takeForEncoder();

        bond.fromLink(1, nak(FIRST), now);

        assertThat(output.takeForEncoder())
                .singleElement()
                .matches(packet -> SrtPacket.isControl(packet, SrtPacket.NAK));
    }

    @Test
    void goesOnWithTheOtherReceiverWhenItsLeaderFallsSilent() {
        connect(2);
        for (var i = 0; i < 700; i++) {
            data(FIRST + i);
            bond.fromLink(1, ack(i + 1, FIRST + i), now);
            pass(10);
        }
        output.takeForEncoder();

        bond.fromLink(1, ack(900, FIRST + 700), now);

        assertThat(output.takeForEncoder())
                .singleElement()
                .matches(packet -> SrtPacket.ackNumber(packet) == 900);
        assertThat(bond.snapshot().joined()).isTrue();
    }

    @Test
    void hasTheEncoderCallAnewWhenNobodyHearsIt() {
        connect(1);
        output.takeForEncoder();

        bond.fromLink(0, control(SrtPacket.SHUTDOWN), now);
        pass(20);

        assertThat(output.takeForEncoder())
                .singleElement()
                .matches(packet -> SrtPacket.isControl(packet, SrtPacket.SHUTDOWN))
                .matches(packet -> SrtPacket.destination(packet) == ENCODER);
    }

    @Test
    void bringsALinkThatComesLateIntoTheRunningStream() {
        connect(1);
        data(FIRST);
        output.takeSent();

        add(1);
        pass(10);
        bond.fromLink(1, handshake(INDUCTION, 200, 22), now);
        var called = output.takeSent();
        bond.fromLink(1, handshake(CONCLUSION, 200, 0), now);
        data(FIRST + 1);

        assertThat(called).extracting(FakeOutput.Sent::slot).containsExactly(1, 1);
        assertThat(called.getLast().packet())
                .matches(packet -> cookieOf(packet) == 22)
                .matches(packet -> packet.getInt(24) == FIRST + 1, "it begins with the next packet")
                .matches(packet -> SrtPacket.timestampMicros(packet) == FIRST, "and now");
        assertThat(output.takeSent()).extracting(FakeOutput.Sent::slot).contains(0, 1);
    }

    @Test
    void callsAgainWhoDoesNotAnswer() {
        addLinks(1);
        bond.fromEncoder(handshake(INDUCTION, ENCODER, 0), now);
        output.takeSent();

        pass(2_500);

        assertThat(output.takeSent()).hasSizeBetween(2, 3);
    }

    private void connect(int links) {
        addLinks(links);
        bond.fromEncoder(handshake(INDUCTION, ENCODER, 0), now);
        for (var slot = 0; slot < links; slot++) {
            bond.fromLink(slot, handshake(INDUCTION, 100 * (slot + 1), 11 * (slot + 1)), now);
        }
        bond.fromEncoder(handshake(CONCLUSION, ENCODER, 11), now);
        for (var slot = 0; slot < links; slot++) {
            bond.fromLink(slot, handshake(CONCLUSION, 100 * (slot + 1), 0), now);
        }
    }

    private void addLinks(int count) {
        for (var slot = 0; slot < count; slot++) {
            add(slot);
        }
    }

    private void add(int slot) {
        bond.addLink(slot, new LinkId("link" + slot), LinkTerms.NORMAL, now);
    }

    private void data(int number) {
        var packet = SrtPacket.putData(ByteBuffer.allocate(1_332), number, number, number, 9);
        bond.fromEncoder(packet.rewind(), now);
    }

    private void pass(long millis) {
        for (var i = 0; i < millis / 10; i++) {
            now += 10 * MS;
            bond.advance(now);
        }
    }

    private static ByteBuffer handshake(int type, int socket, int cookie) {
        return SrtPacket.putControl(
                        ByteBuffer.allocate(64),
                        SrtPacket.HANDSHAKE,
                        0,
                        0,
                        socket == ENCODER ? 0 : ENCODER)
                .putInt(5)
                .putInt(0)
                .putInt(FIRST)
                .putInt(1_500)
                .putInt(8_192)
                .putInt(type)
                .putInt(socket)
                .putInt(cookie)
                .rewind();
    }

    private static ByteBuffer ack(int number, int confirmed) {
        return SrtPacket.putControl(ByteBuffer.allocate(20), SrtPacket.ACK, number, 1, ENCODER)
                .putInt(confirmed)
                .flip();
    }

    private static ByteBuffer nak(int missing) {
        return SrtPacket.putControl(ByteBuffer.allocate(20), SrtPacket.NAK, 0, 1, ENCODER)
                .putInt(missing)
                .flip();
    }

    private static ByteBuffer control(int type) {
        return SrtPacket.putControl(ByteBuffer.allocate(20), type, 0, 1, ENCODER).putInt(0).flip();
    }

    private static int typeOf(ByteBuffer packet) {
        return SrtPacket.isControl(packet, SrtPacket.HANDSHAKE) ? packet.getInt(36) : 0;
    }

    private static int cookieOf(ByteBuffer packet) {
        return packet.getInt(44);
    }
}
