package net.ratonet.relay.ingest.srtla;

import static net.ratonet.relay.ingest.srtla.ReceiverWorld.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.ratonet.shared.srt.LossList;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.srtla.Keepalive;
import net.ratonet.shared.srtla.LinkReport;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SrtlaGroupTest {

    private static final InetSocketAddress FIRST = address(1, 1);
    private static final InetSocketAddress SECOND = address(2, 1);
    private static final int ENCODER = 0x77;

    private final ReceiverWorld world = new ReceiverWorld(SrtlaLimits.USUAL);

    @Test
    void forwardsTheStreamInTheOrderOfArrival() {
        var session = connected();

        world.data(FIRST, 10);
        world.data(SECOND, 12);
        world.data(FIRST, 11);

        assertThat(session.received).containsExactly(10, 12, 11);
        assertThat(session.peer.address()).isEqualTo(FIRST);
    }

    @Test
    void sendsHandshakesBackOnTheLinkThatWasUsedLast() {
        world.register(FIRST, SECOND);

        world.from(SECOND, Packets.handshake(Packets.INDUCTION, ENCODER, 0));

        assertThat(world.taken())
                .singleElement()
                .satisfies(sent -> assertThat(sent.to()).isEqualTo(SECOND))
                .satisfies(sent -> assertThat(Handshake.isInduction(sent.packet())).isTrue());
    }

    @Test
    void acknowledgesTenPacketsOnTheLinkThatCarriedThem() {
        connected();

        IntStream.range(0, 9).forEach(n -> world.data(FIRST, n));
        IntStream.range(9, 18).forEach(n -> world.data(SECOND, n));
        assertThat(world.taken()).isEmpty();
        world.data(FIRST, 18);

        assertThat(world.taken())
                .singleElement()
                .satisfies(sent -> assertThat(sent.to()).isEqualTo(FIRST))
                .satisfies(sent ->
                        assertThat(acknowledged(sent.packet()))
                                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 18));
    }

    @Test
    void acknowledgesAPartOfTenAfter30Ms() {
        connected().silent = true;

        world.data(SECOND, 1);
        world.data(SECOND, 2);
        world.pass(Duration.ofMillis(20));
        assertThat(world.taken()).isEmpty();
        world.pass(Duration.ofMillis(10));

        assertThat(world.taken())
                .singleElement()
                .satisfies(sent -> assertThat(sent.to()).isEqualTo(SECOND))
                .satisfies(sent -> assertThat(acknowledged(sent.packet())).containsExactly(1, 2));
    }

    @Test
    void keepsADuplicateFromSrtButAcknowledgesIt() {
        var session = connected();
        session.silent = true;

        world.data(FIRST, 1);
        world.data(SECOND, 1);
        world.again(SECOND, 1);
        world.pass(Duration.ofMillis(40));

        assertThat(session.received).containsExactly(1);
        assertThat(world.receiver.tally().duplicates()).isEqualTo(2);
        assertThat(world.taken())
                .extracting(sent -> acknowledged(sent.packet()))
                .containsExactlyInAnyOrder(List.of(1), List.of(1, 1));
    }

    @Test
    void sendsSrtsAcksToAllLinks() {
        var session = connected();

        session.peer.send(Packets.ack(1, 5, 100_000, ENCODER));

        assertThat(world.taken()).extracting(ReceiverWorld.Sent::to).containsOnly(FIRST, SECOND);
    }

    @Test
    void sendsLossReportsToAllLinksOnceTheyAreRipe() {
        var session = connected();
        world.data(FIRST, 1);
        world.data(FIRST, 3);
        session.silent = true;
        world.taken();
        var nak = Packets.nakHeader(ENCODER);
        LossList.put(nak, 2, 2);
        nak.flip();

        session.peer.send(nak);
        assertThat(world.taken()).isEmpty();
        world.pass(Duration.ofMillis(300));
        world.taken();
        session.peer.send(nak);

        assertThat(world.taken())
                .hasSize(2)
                .allMatch(sent -> SrtPacket.isControl(sent.packet(), SrtPacket.NAK))
                .allMatch(sent -> sent.packet().getInt(16) == 2)
                .extracting(ReceiverWorld.Sent::to)
                .containsOnly(FIRST, SECOND);
        assertThat(world.receiver.tally().lossesReported()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "6", "7", "32767"})
    void sendsAllElseOnlyToTheLastActiveLink(int type) {
        var session = connected();
        world.data(SECOND, 1);

        session.peer.send(Packets.control(type, ENCODER));

        assertThat(world.taken()).extracting(ReceiverWorld.Sent::to).containsExactly(SECOND);
    }

    @ParameterizedTest
    @CsvSource({"2, 32", "10, 32", "32, 32", "38, 38", "1000, 64"})
    void echoesAKeepaliveOnItsLink(int length, int echoed) {
        connected();
        world.data(FIRST, 1);
        var keepalive = ByteBuffer.allocate(length).putShort(0, (short) 0x9000);
        if (length >= 10) {
            keepalive.putLong(2, 0x0102030405060708L);
        }

        world.from(SECOND, keepalive);

        var echo = world.taken().getFirst();
        assertThat(echo.to()).isEqualTo(SECOND);
        assertThat(echo.packet().remaining()).isEqualTo(echoed);
        assertThat(echo.packet().getLong(2)).isEqualTo(length >= 10 ? 0x0102030405060708L : 0);
        assertThat(world.sessions.getLast().peer.address()).isEqualTo(FIRST);
    }

    @Test
    void takesNothingOfASenderThatOnlyReceiversSay() {
        connected();

        for (var type : new int[] {0x9100, 0x9202, 0x9210, 0x9211, 0x9212, 0x9300, 0x9abc}) {
            world.from(FIRST, ByteBuffer.allocate(44).putShort(0, (short) type));
        }
        world.from(FIRST, ByteBuffer.allocate(15).putInt(0, 7));

        assertThat(world.taken()).isEmpty();
        assertThat(world.receiver.tally().senseless()).isEqualTo(8);
    }

    @Test
    void hearsNoDataBeforeBothSidesHaveAgreed() {
        world.register(FIRST);
        world.from(FIRST, Packets.data(1, 0, 0x500));
        world.from(FIRST, Packets.handshake(Packets.INDUCTION, ENCODER, 0));
        world.from(FIRST, Packets.data(2, 0, 0x500));
        world.from(FIRST, Packets.handshake(Packets.CONCLUSION, ENCODER, 0));

        world.from(FIRST, Packets.data(3, 0, 0x500));

        assertThat(world.sessions.getLast().received).containsExactly(3);
        assertThat(world.receiver.tally().unmeant()).isEqualTo(2);
    }

    @Test
    void beginsANewSessionWhenTheEncoderDoes() {
        var before = connected();
        world.data(FIRST, 1_000_000);

        var after = world.connect(SECOND, ENCODER + 1);
        world.from(FIRST, Packets.data(1_000_001, 0, before.socketId));
        world.from(FIRST, Packets.control(SrtPacket.SHUTDOWN, before.socketId));
        world.data(FIRST, 5);
        world.data(FIRST, 6);

        assertThat(world.sessions).hasSize(2);
        assertThat(before.closed).isTrue();
        assertThat(before.received).containsExactly(1_000_000);
        assertThat(after.received).containsExactly(5, 6);
        assertThat(after.controls).containsOnly(SrtPacket.HANDSHAKE);
        assertThat(world.receiver.tally().groups()).isEqualTo(1);
    }

    @Test
    void takesALateCopyOfAHandshakeForWhatItIs() {
        var former = connected();
        var session = world.connect(FIRST, ENCODER + 1);

        world.from(SECOND, Packets.handshake(Packets.INDUCTION, ENCODER + 1, 0));
        world.from(SECOND, Packets.handshake(Packets.INDUCTION, ENCODER, 0));
        world.from(SECOND, Packets.handshake(Packets.CONCLUSION, ENCODER, 0));

        assertThat(world.sessions).containsExactly(former, session);
        assertThat(session.closed).isFalse();
        assertThat(session.controls).hasSize(2);
    }

    @Test
    void passesOnARepeatedConclusion() {
        var session = connected();

        world.from(SECOND, Packets.handshake(Packets.CONCLUSION, ENCODER, 0));

        assertThat(session.controls).hasSize(3);
    }

    @Test
    void opensAnotherSessionWhenTheLastOneIsOver() {
        var before = connected();
        before.over = true;
        world.pass(Duration.ofMillis(10));
        world.from(FIRST, Packets.data(1, 0, before.socketId));

        var after = world.connect(FIRST, ENCODER);
        world.data(FIRST, 2);

        assertThat(before.received).isEmpty();
        assertThat(before.closed).isFalse();
        assertThat(after).isNotSameAs(before);
        assertThat(after.received).containsExactly(2);
    }

    @Test
    void goesOnWhenTheNumbersBeginAgain() {
        var session = connected();
        session.silent = true;

        for (var step = -50; step < 50; step++) {
            world.data(FIRST, step & 0x7FFF_FFFF);
        }
        world.again(SECOND, 0x7FFF_FFFF);

        assertThat(session.received).hasSize(100).doesNotHaveDuplicates();
        assertThat(world.receiver.tally().duplicates()).isEqualTo(1);
    }

    @Test
    void goesOnWithTheOtherLinksWhenOneIsGone() {
        var session = connected();
        world.data(FIRST, 1);
        for (var second = 0; second < 20; second++) {
            world.from(SECOND, ByteBuffer.allocate(2).putShort(0, (short) 0x9000));
            world.pass(Duration.ofSeconds(1));
        }
        world.taken();

        session.peer.send(Packets.control(SrtPacket.KEEPALIVE, ENCODER));

        assertThat(world.taken()).extracting(ReceiverWorld.Sent::to).containsExactly(SECOND);
    }

    @Test
    void followsALinkToItsNewPort() {
        var id = world.register(FIRST);
        var session = world.connect(FIRST, ENCODER);
        world.data(FIRST, 1);
        var rebound = address(1, 2);

        world.data(rebound, 2);
        var told = world.takenTypes();
        world.reg2(rebound, id);
        world.data(rebound, 2);

        assertThat(told).containsExactly(SrtlaType.REG_NGP);
        assertThat(session.received).containsExactly(1, 2);
    }

    @Test
    void measuresEachLink() {
        var session = connected();
        session.silent = true;
        for (var n = 0; n < 200; n++) {
            var slow = n % 4 == 0;
            var sentAt = world.now / 1_000 - (slow ? 80_000 : 30_000);
            world.from(slow ? SECOND : FIRST, Packets.data(n, sentAt, session.socketId));
            world.pass(Duration.ofMillis(10));
        }
        var report = new LinkReport(1, 21_000, 7, 55, 3, 1_000);
        world.from(
                SECOND,
                SrtlaCodec.putKeepalive(ByteBuffer.allocate(38), new Keepalive.Reporting(9, report))
                        .flip());

        var links = session.peer.links(world.now);

        assertThat(links).extracting(link -> link.number()).containsExactly(1, 2);
        assertThat(links.get(0).address()).isEqualTo(FIRST);
        assertThat(links.get(0).goodput().kbps()).isCloseTo(799, within(20.0));
        assertThat(links.get(1).share()).isCloseTo(0.25, within(0.01));
        assertThat(links.get(0).relativeDelay()).isZero();
        assertThat(links.get(1).relativeDelay().toMillis()).isEqualTo(50);
        assertThat(links.get(1).jitter().toMillis()).isZero();
        assertThat(links.get(0).bytes()).isEqualTo(150 * 1_332);
        assertThat(links.get(1).rttMs()).isEqualTo(55);
        assertThat(links.get(1).window()).hasValue(21_000);
        assertThat(links.get(0).window()).isEmpty();
        assertThat(links.get(0).since()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void blamesALossOnTheLinkThatCarriedTheNeighbour() {
        var session = connected();
        for (var n = 0; n < 100; n++) {
            if (n % 10 != 5) {
                world.data(n % 10 == 4 ? SECOND : FIRST, n);
            }
        }
        for (var n = 5; n < 100; n += 10) {
            world.again(FIRST, n);
        }

        var links = session.peer.links(world.now);

        assertThat(links.get(0).lossPct()).isZero();
        assertThat(links.get(1).lossPct()).isCloseTo(50, within(0.1));
    }

    private FakeSrtSession connected() {
        world.register(FIRST, SECOND);
        return world.connect(FIRST, ENCODER);
    }

    private static List<Integer> acknowledged(ByteBuffer ack) {
        assertThat(SrtlaType.of(ack)).isEqualTo(SrtlaType.ACK);
        var numbers = new ArrayList<Integer>();
        for (var i = 0; i < SrtlaCodec.ackCount(ack); i++) {
            numbers.add(SrtlaCodec.ackSequence(ack, i));
        }
        return numbers;
    }
}
