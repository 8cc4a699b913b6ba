package net.ratonet.station.bonding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.wire.LinkPriority;
import org.junit.jupiter.api.Test;

/// A relay that knows no SRTLA.
final class PlainBondTest {

    private static final long MS = 1_000_000;
    private static final int ENCODER = 0x77;

    private final FakeOutput output = new FakeOutput();
    private final Bond bond = new Bond(BondMode.PLAIN, new Random(7), output, 0);
    private long now;

    @Test
    void sendsEverythingOverOneLinkAndNothingOfItsOwn() {
        add(0, LinkPriority.NORMAL);
        add(1, LinkPriority.NORMAL);
        pass(2_000);

        data(1);
        data(2);

        assertThat(output.takeSent()).hasSize(2).allMatch(sent -> sent.slot() == 0);
    }

    @Test
    void beginsWithThePreferredLink() {
        add(0, LinkPriority.BACKUP);
        add(1, LinkPriority.PREFER);
        pass(10);

        data(1);

        assertThat(output.takeSent()).singleElement().matches(sent -> sent.slot() == 1);
    }

    @Test
    void movesAwayFromALinkThatAnswersNoMoreAndHasTheEncoderReconnect() {
        add(0, LinkPriority.NORMAL);
        add(1, LinkPriority.NORMAL);
        pass(10);
        data(1);
        bond.fromLink(0, ack(2), now);
        output.takeForEncoder();

        data(2);
        pass(1_900);
        assertThat(output.takeForEncoder()).isEmpty();
        pass(200);
        output.takeSent();
        data(3);

        assertThat(output.takeForEncoder())
                .singleElement()
                .matches(packet -> SrtPacket.isControl(packet, SrtPacket.SHUTDOWN))
                .matches(packet -> SrtPacket.destination(packet) == ENCODER);
        assertThat(output.takeSent()).singleElement().matches(sent -> sent.slot() == 1);
    }

    @Test
    void staysWhereItIsWhenThereIsNoOther() {
        add(0, LinkPriority.NORMAL);
        pass(10);
        data(1);

        pass(30_000);
        output.takeSent();
        data(2);

        assertThat(output.takeSent()).singleElement().matches(sent -> sent.slot() == 0);
    }

    @Test
    void leavesALinkThatIsSwitchedOff() {
        add(0, LinkPriority.NORMAL);
        add(1, LinkPriority.NORMAL);
        pass(10);

        bond.setTerms(0, LinkTerms.NORMAL.switched(false), now);
        pass(10);
        data(1);

        assertThat(output.takeSent()).singleElement().matches(sent -> sent.slot() == 1);
    }

    @Test
    void countsWhatItCannotSend() {
        data(1);

        assertThat(bond.snapshot().unsendable()).isEqualTo(1);
        assertThat(bond.snapshot().joined()).isTrue();
    }

    private void add(int slot, LinkPriority priority) {
        bond.addLink(slot, new LinkId("link" + slot), new LinkTerms(true, priority), now);
    }

    private void data(int number) {
        var packet = SrtPacket.putData(ByteBuffer.allocate(1_332), number, number, 0, 5);
        bond.fromEncoder(packet.rewind(), now);
    }

    private void pass(long millis) {
        for (var i = 0; i < millis / 10; i++) {
            now += 10 * MS;
            bond.advance(now);
        }
    }

    private static ByteBuffer ack(int confirmed) {
        return SrtPacket.putControl(ByteBuffer.allocate(20), SrtPacket.ACK, 1, 1, ENCODER)
                .putInt(confirmed)
                .flip();
    }
}
