package net.ratonet.relay.ingest.srtla;

import static net.ratonet.relay.ingest.srtla.ReceiverWorld.address;
import static net.ratonet.shared.srtla.SrtlaType.REG2;
import static net.ratonet.shared.srtla.SrtlaType.REG3;
import static net.ratonet.shared.srtla.SrtlaType.REG_ERR;
import static net.ratonet.shared.srtla.SrtlaType.REG_NGP;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import net.ratonet.shared.srtla.GroupId;
import net.ratonet.shared.srtla.SrtlaCodec;
import org.junit.jupiter.api.Test;

final class RegistrationTest {

    private static final SrtlaLimits SMALL =
            new SrtlaLimits(3, 2, 2, Duration.ofSeconds(15), Duration.ofSeconds(30));

    private final ReceiverWorld world = new ReceiverWorld(SrtlaLimits.USUAL);
    private final ReceiverWorld small = new ReceiverWorld(SMALL);

    @Test
    void leadsASenderFromItsProbeToTwoLinks() {
        var first = address(1, 1_000);
        var second = address(2, 1_000);
        var probe = GroupId.random(world.random);

        world.reg2(first, probe);
        world.reg2(second, probe);

        assertThat(world.takenTypes()).containsExactly(REG_NGP, REG_NGP);

        world.reg1(first, probe);

        var answer = world.taken().getFirst();
        var id = SrtlaCodec.groupId(answer.packet()).orElseThrow();
        assertThat(answer.type()).isEqualTo(REG2);
        assertThat(answer.packet().remaining()).isEqualTo(258);
        assertThat(id.completes(probe)).isTrue();

        world.reg2(first, id);
        world.reg2(second, id);

        assertThat(world.takenTypes()).containsExactly(REG3, REG3);
        assertThat(world.receiver.tally().groups()).isEqualTo(1);
        assertThat(world.receiver.tally().links()).isEqualTo(2);
    }

    @Test
    void answersTheSameQuestionInTheSameWay() {
        var asked = GroupId.random(world.random);

        world.reg1(address(1, 1_000), asked);
        world.reg1(address(1, 1_000), asked);
        world.reg1(address(1, 1_001), asked);
        var ids =
                world.taken().stream()
                        .map(sent -> SrtlaCodec.groupId(sent.packet()).orElseThrow())
                        .toList();

        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    }

    @Test
    void welcomesALinkThatIsThereAlready() {
        var id = world.register(address(1, 1_000));

        world.reg2(address(1, 1_000), id);

        assertThat(world.takenTypes()).containsExactly(REG3);
        assertThat(world.receiver.tally().links()).isEqualTo(1);
    }

    @Test
    void spendsNothingOnThoseWhoOnlyAsk() {
        for (var host = 1; host <= 10_000; host++) {
            world.reg1(address(host, 1_000), GroupId.random(world.random));
        }

        assertThat(world.takenTypes()).hasSize(10_000).containsOnly(REG2);
        assertThat(world.receiver.tally().groups()).isZero();
        assertThat(world.receiver.tally().links()).isZero();
    }

    @Test
    void answersNoMoreThanAPersonCouldMean() {
        for (var i = 0; i < 30_000; i++) {
            world.reg2(address(i, 1_000), GroupId.random(world.random));
        }

        assertThat(world.taken()).hasSize(10_000);
        assertThat(world.receiver.tally().flooded()).isEqualTo(20_000);

        world.pass(Duration.ofSeconds(1));

        assertThat(world.register(address(1, 1_001))).isNotNull();
        assertThat(world.receiver.tally().groups()).isEqualTo(1);
    }

    @Test
    void knowsNoIdThatItDidNotSeal() {
        var forged = world.askForGroup(address(1, 1_000)).completedBy(world.random);

        world.reg2(address(1, 1_000), forged);

        assertThat(world.takenTypes()).containsExactly(REG_NGP);
    }

    @Test
    void takesNoLinkFromAnotherGroup() {
        world.register(address(1, 1_000));
        var other = world.register(address(2, 1_000));

        world.reg2(address(1, 1_000), other);
        world.reg1(address(1, 1_000), GroupId.random(world.random));

        assertThat(world.takenTypes()).containsExactly(REG_ERR, REG_ERR);
    }

    @Test
    void letsASenderStartOverOnTheAddressOfASilentLink() {
        world.register(address(1, 1_000));
        world.pass(Duration.ofSeconds(6));

        var id = world.askForGroup(address(1, 1_000));
        world.reg2(address(1, 1_000), id);

        assertThat(world.takenTypes()).containsExactly(REG3);
        assertThat(world.receiver.tally().links()).isEqualTo(1);
    }

    @Test
    void refusesOneLinkTooMany() {
        var id = small.register(address(1, 1), address(1, 2));

        small.reg2(address(1, 3), id);

        assertThat(small.takenTypes()).containsExactly(REG_ERR);
    }

    @Test
    void givesTheSlotOfASilentLinkToANewOne() {
        var id = small.register(address(1, 1), address(1, 2));
        small.pass(Duration.ofSeconds(4));
        small.reg2(address(1, 2), id);
        small.pass(Duration.ofSeconds(2));
        small.taken();

        small.reg2(address(1, 3), id);

        assertThat(small.takenTypes()).containsExactly(REG3);
        assertThat(small.receiver.tally().links()).isEqualTo(2);
    }

    @Test
    void takesSixteenLinksInTwoHundredGroups() {
        for (var group = 0; group < 200; group++) {
            var id = world.askForGroup(address(group, 1));
            for (var link = 1; link <= 16; link++) {
                world.reg2(address(group, link), id);
            }
        }

        assertThat(world.takenTypes()).doesNotContain(REG_ERR);
        assertThat(world.receiver.tally().groups()).isEqualTo(200);
        assertThat(world.receiver.tally().links()).isEqualTo(3_200);
    }

    @Test
    void givesUpTheOldestGroupWithoutAKeyWhenFull() {
        var oldest = small.register(address(1, 1));
        small.pass(Duration.ofMillis(10));
        small.register(address(2, 1));
        small.register(address(3, 1));

        var fourth = small.register(address(4, 1));
        small.reg2(address(4, 2), fourth);

        assertThat(small.takenTypes()).containsExactly(REG3);
        assertThat(small.receiver.tally().groups()).isEqualTo(3);
        small.reg2(address(1, 1), oldest);
        assertThat(small.takenTypes()).containsExactly(REG3);
    }

    @Test
    void neverGivesUpAGroupThatHasShownItsKey() {
        for (var host = 1; host <= 3; host++) {
            small.register(address(host, 1));
            small.connect(address(host, 1), host);
        }

        small.reg1(address(4, 1), GroupId.random(small.random));

        assertThat(small.takenTypes()).containsExactly(REG_ERR);
    }

    @Test
    void allowsOneAddressOnlySomeGroupsWithoutAKey() {
        var first = small.register(address(1, 1));
        small.register(address(1, 2));

        small.reg1(address(1, 3), GroupId.random(small.random));

        assertThat(small.takenTypes()).containsExactly(REG_ERR);

        small.connect(address(1, 1), 7);
        small.reg1(address(1, 3), GroupId.random(small.random));

        assertThat(first).isNotNull();
        assertThat(small.takenTypes()).containsExactly(REG2);
    }

    @Test
    void looksOnlyAtRegistrationsOfTheRightLength() {
        world.from(address(1, 1), ByteBuffer.allocate(257).putShort(0, (short) 0x9200));
        world.from(address(1, 1), ByteBuffer.allocate(259).putShort(0, (short) 0x9201));
        world.from(address(1, 1), ByteBuffer.allocate(2).putShort(0, (short) 0x9201));

        assertThat(world.taken()).isEmpty();
        assertThat(world.receiver.tally().senseless()).isEqualTo(3);
    }

    @Test
    void forgetsASilentLinkAndThenItsGroup() {
        world.register(address(1, 1), address(1, 2));
        for (var second = 0; second < 20; second++) {
            world.from(address(1, 2), ByteBuffer.allocate(10).putShort(0, (short) 0x9000));
            world.pass(Duration.ofSeconds(1));
        }

        assertThat(world.receiver.tally().links()).isEqualTo(1);

        world.pass(Duration.ofSeconds(18));

        assertThat(world.receiver.tally().links()).isZero();
        assertThat(world.receiver.tally().groups()).isZero();
    }

    @Test
    void tellsAnUnknownAddressToRegisterButSeldom() {
        var data = Packets.data(1, 0, 1);

        world.from(address(1, 1), data);
        world.from(address(1, 1), data);
        var first = world.taken();
        world.pass(Duration.ofSeconds(1));
        world.from(address(1, 1), ByteBuffer.allocate(2).putShort(0, (short) 0x9000));
        var second = world.taken();

        assertThat(first).singleElement().extracting(ReceiverWorld.Sent::type).isEqualTo(REG_NGP);
        assertThat(first.getFirst().packet().remaining()).isEqualTo(32);
        assertThat(second).singleElement().extracting(ReceiverWorld.Sent::type).isEqualTo(REG_NGP);
    }

    @Test
    void answersFewOfManyUnknownAddresses() {
        for (var host = 0; host < 10_000; host++) {
            world.from(address(host, 1), Packets.data(1, 0, 1));
        }

        assertThat(world.taken()).hasSizeLessThanOrEqualTo(200);
        assertThat(world.receiver.tally().strangers()).isEqualTo(10_000);
    }

    @Test
    void findsASenderAgainAfterAllItsLinksWereDead() {
        var id = world.register(address(1, 1), address(1, 2));
        var session = world.connect(address(1, 1), 7);
        world.pass(Duration.ofSeconds(20));

        world.from(address(1, 1), Packets.data(1, 0, session.socketId));
        world.reg2(address(1, 1), id);

        assertThat(world.taken().stream().map(ReceiverWorld.Sent::type))
                .containsSequence(REG_NGP, REG3);
        assertThat(session.closed).isFalse();

        world.from(address(1, 1), Packets.data(5, 0, session.socketId));

        assertThat(session.received).containsExactly(5);
    }

    @Test
    void closesTheSessionOfAGroupThatIsGone() {
        world.register(address(1, 1));
        var session = world.connect(address(1, 1), 7);

        world.pass(Duration.ofSeconds(36));

        assertThat(session.closed).isTrue();
        assertThat(world.receiver.tally().groups()).isZero();
    }

    @Test
    void closesEverySessionAtTheEnd() {
        world.register(address(1, 1));
        world.register(address(2, 1));
        world.connect(address(1, 1), 7);
        world.connect(address(2, 1), 8);

        world.receiver.close();

        assertThat(world.sessions).hasSize(2).allMatch(session -> session.closed);
        assertThat(world.receiver.tally().links()).isZero();
    }
}
