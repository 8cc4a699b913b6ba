package net.ratonet.relay.ingest.srtla;

import static net.ratonet.relay.ingest.srtla.ReceiverWorld.address;
import static net.ratonet.shared.srtla.SrtlaType.REG_NGP;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import net.ratonet.shared.srtla.GroupId;
import net.ratonet.shared.srtla.SrtlaCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nobody joins a group whose id they were not given, however close the guess.
final class ForgedGroupIdTest {

    private static final InetSocketAddress OWNER = address(1, 1_000);
    private static final InetSocketAddress THIEF = address(2, 1_000);

    private final ReceiverWorld world = new ReceiverWorld(SrtlaLimits.USUAL);
    private GroupId live;
    private FakeSrtSession session;

    @BeforeEach
    void connects() {
        live = world.register(OWNER);
        session = world.connect(OWNER, 7);
    }

    @Test
    void takesNoIdThatDiffersInOneBit() {
        for (var bit = 0; bit < 8 * GroupId.LENGTH; bit++) {
            world.reg2(THIEF, withBitTurned(live, bit));
        }

        assertThat(world.takenTypes()).hasSize(8 * GroupId.LENGTH).containsOnly(REG_NGP);
        assertThatOnlyTheOwnerIsIn();
    }

    @Test
    void takesNoIdMadeOfTheHalvesOfTwo() {
        var own = world.register(THIEF);
        world.taken();

        world.reg2(address(3, 1), live.withReceiverHalf(own.receiverHalf()));
        world.reg2(address(3, 1), own.withReceiverHalf(live.receiverHalf()));

        assertThat(world.takenTypes()).containsExactly(REG_NGP, REG_NGP);
        assertThat(world.receiver.tally().links()).isEqualTo(2);
    }

    @Test
    void holdsNothingForAThousandGuesses() {
        for (var guess = 0; guess < 1_000; guess++) {
            world.reg2(address(guess, 2_000), GroupId.random(world.random));
            world.data(address(guess, 2_000), guess);
        }

        assertThat(world.receiver.tally().refused()).isEqualTo(1_000);
        assertThatOnlyTheOwnerIsIn();
    }

    /// The stream goes on, and only with what its owner sends.
    private void assertThatOnlyTheOwnerIsIn() {
        world.data(THIEF, 99);
        IntStream.range(0, 50).forEach(n -> world.data(OWNER, n));

        assertThat(session.received).isEqualTo(IntStream.range(0, 50).boxed().toList());
        assertThat(world.receiver.tally().groups()).isEqualTo(1);
        assertThat(world.receiver.tally().links()).isEqualTo(1);
        assertThat(world.sessions).hasSize(1);
    }

    private static GroupId withBitTurned(GroupId id, int bit) {
        var packet = SrtlaCodec.putReg2(ByteBuffer.allocate(258), id).flip();
        var at = packet.limit() - GroupId.LENGTH + bit / 8;
        packet.put(at, (byte) (packet.get(at) ^ 1 << bit % 8));
        return SrtlaCodec.groupId(packet).orElseThrow();
    }
}
