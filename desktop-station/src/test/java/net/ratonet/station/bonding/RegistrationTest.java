package net.ratonet.station.bonding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import net.ratonet.shared.srtla.GroupId;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;
import org.junit.jupiter.api.Test;

final class RegistrationTest {

    private static final long SECOND = 1_000_000_000;

    private final FakeOutput output = new FakeOutput();
    private final Random random = new Random(8);
    private long now = -3 * SECOND;
    private final Bond bond = new Bond(BondMode.BONDED, new Random(7), output, now);

    @Test
    void knocksOnEachLinkAsSoonAsItIsThere() {
        add(0);
        add(1);

        assertThat(sent()).containsExactly("0 REG2", "1 REG2");
    }

    @Test
    void asksForAGroupOnTheFirstLinkThatIsAnswered() {
        add(0);
        add(1);
        output.takeSent();

        say(1, SrtlaType.REG_NGP);
        say(0, SrtlaType.REG_NGP);

        assertThat(sent()).containsExactly("1 REG1");
    }

    @Test
    void joinsWithAllLinksAndTakesRegThreeByItsType() {
        add(0);
        add(1);
        makeGroup(1);

        assertThat(sent()).containsExactly("0 REG2", "1 REG2");
        bond.fromLink(0, ByteBuffer.wrap(new byte[] {(byte) 0x92, 2}), now);
        say(1, SrtlaType.REG3);

        assertThat(states()).containsExactly(LinkState.LIVE, LinkState.LIVE);
    }

    @Test
    void takesNoGroupThatItDidNotAskFor() {
        add(0);
        output.takeSent();
        var stranger = SrtlaCodec.putReg2(ByteBuffer.allocate(258), GroupId.random(random)).flip();

        bond.fromLink(0, stranger, now);
        say(0, SrtlaType.REG_NGP);
        bond.fromLink(0, stranger.rewind(), now);
        say(0, SrtlaType.REG3);

        assertThat(sent()).containsExactly("0 REG1");
        assertThat(states()).containsExactly(LinkState.JOINING);
    }

    @Test
    void joinsWithALinkThatComesLater() {
        add(0);
        makeGroup(0);
        say(0, SrtlaType.REG3);
        output.takeSent();

        add(1);

        assertThat(sent()).containsExactly("1 REG2");
    }

    @Test
    void knocksEachSecondUntilSomebodyAnswers() {
        add(0);
        output.takeSent();

        pass(35, SECOND / 10);

        assertThat(sent()).containsExactly("0 REG2", "0 REG2", "0 REG2");
    }

    @Test
    void repeatsItsQuestionAndThenGivesAnotherLinkTheTurn() {
        add(0);
        add(1);
        say(0, SrtlaType.REG_NGP);
        output.takeSent();

        pass(11, SECOND / 10);
        assertThat(sent()).containsExactlyInAnyOrder("0 REG1", "1 REG2");
        say(0, SrtlaType.REG_ERR);
        say(1, SrtlaType.REG_NGP);

        assertThat(sent()).containsExactly("1 REG1");
    }

    @Test
    void leavesAReceiverThatIsFullInPeaceForAWhile() {
        add(0);
        say(0, SrtlaType.REG_NGP);
        say(0, SrtlaType.REG_ERR);
        output.takeSent();

        say(0, SrtlaType.REG_NGP);
        assertThat(sent()).isEmpty();
        pass(11, SECOND / 10);
        say(0, SrtlaType.REG_NGP);

        assertThat(sent()).containsExactly("0 REG2", "0 REG1");
    }

    @Test
    void asksForANewGroupWhenTheOldOneIsGone() {
        add(0);
        makeGroup(0);
        say(0, SrtlaType.REG3);
        pass(60, SECOND / 10);
        output.takeSent();

        say(0, SrtlaType.REG_NGP);

        assertThat(sent()).containsExactly("0 REG1");
    }

    @Test
    void doesNotTakeAnAnswerForASignOfLife() {
        add(0);
        makeGroup(0);
        say(0, SrtlaType.REG3);

        for (var i = 0; i < 60; i++) {
            pass(1, SECOND / 10);
            bond.fromLink(0, ByteBuffer.allocate(32).putShort((short) 0x9000).rewind(), now);
        }

        assertThat(states()).containsExactly(LinkState.FAILED);
        assertThat(bond.snapshot().links().getFirst().rttMs()).isZero();
    }

    @Test
    void measuresTheRoundTripByItsOwnKeepalives() {
        add(0);
        makeGroup(0);
        say(0, SrtlaType.REG3);
        output.takeSent();
        pass(1, SECOND / 100);
        var keepalive = output.takeSent().getFirst().packet();

        now += SECOND / 20;
        bond.fromLink(0, keepalive, now);

        assertThat(bond.snapshot().links().getFirst().rttMs()).isEqualTo(50);
    }

    private void add(int slot) {
        bond.addLink(slot, new LinkId("link" + slot), LinkTerms.NORMAL, now);
    }

    private void makeGroup(int slot) {
        say(slot, SrtlaType.REG_NGP);
        var asked = output.takeSent().getLast().packet();
        var made = SrtlaCodec.groupId(asked).orElseThrow().completedBy(random);
        bond.fromLink(slot, SrtlaCodec.putReg2(ByteBuffer.allocate(258), made).flip(), now);
    }

    private void say(int slot, SrtlaType type) {
        bond.fromLink(slot, SrtlaCodec.putShort(ByteBuffer.allocate(32), type).flip(), now);
    }

    private void pass(int steps, long nanos) {
        for (var i = 0; i < steps; i++) {
            now += nanos;
            bond.advance(now);
        }
    }

    private List<String> sent() {
        return output.takeSent().stream()
                .map(sent -> sent.slot() + " " + SrtlaType.of(sent.packet()))
                .toList();
    }

    private List<LinkState> states() {
        return bond.snapshot().links().stream().map(LinkSnapshot::state).toList();
    }
}
