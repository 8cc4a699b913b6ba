package net.ratonet.relay.ingest.srtla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.SimulatedLink;
import org.junit.jupiter.api.Test;

/// The receiver between a common sender on bad links and an SRT that reports every gap at once.
final class BondScenarioTest {

    private static final double SECONDS = 30;

    private final ReceiverWorld world = new ReceiverWorld(SrtlaLimits.USUAL);
    private final BondedSender sender = new BondedSender(world, 1_000);
    private int seed = 10;

    @Test
    void asksForNothingOnEqualLinks() {
        modem(4_500, 40);
        modem(4_500, 40);

        stream(6_000, SECONDS);

        assertThat(sender.resent()).isZero();
        assertThatAllCame();
    }

    @Test
    void asksForNothingOnUnequalLinks() {
        modem(5_500, 30);
        var slow = modem(2_200, 80);

        stream(5_500, SECONDS);

        assertThat(sender.resent()).isZero();
        assertThat(sender.share(slow)).isGreaterThan(0.25);
        assertThatAllCame();
    }

    @Test
    void asksForNothingOnLinksWithVeryDifferentDelays() {
        modem(8_000, 30);
        modem(8_000, 250).up.jitter(Duration.ofMillis(60));

        stream(6_000, SECONDS);

        assertThat(sender.resent()).isLessThanOrEqualTo(19);
        assertThatAllCame();
    }

    @Test
    void asksForWhatWasLostAndForLittleMore() {
        modem(6_000, 40);
        var bad = modem(6_000, 40);
        bad.up.burstLoss(0.02, 3);

        stream(6_000, SECONDS);

        assertThat(bad.up.lost()).isGreaterThan(50);
        assertThat(sender.resent()).isLessThanOrEqualTo((int) (bad.up.lost() * 1.3));
        assertThat(session().peer.links(world.now).get(1).lossPct()).isPositive();
        assertThatAllCame();
    }

    @Test
    void losesNothingToALinkThatDies() {
        modem(4_500, 40);
        modem(4_500, 40);
        var dying = modem(4_500, 40);
        stream(6_000, 10);

        dying.up.blackHole(true);
        dying.down.blackHole(true);
        sender.run(10);
        dying.up.blackHole(false);
        dying.down.blackHole(false);
        sender.run(10);
        settle();

        assertThat(sender.resent()).isLessThanOrEqualTo((int) (1.5 * dying.up.dropped()));
        assertThatAllCame();
    }

    @Test
    void goesOnAfterAllLinksWereDeadFor20Seconds() {
        var one = modem(6_000, 40);
        var other = modem(6_000, 40);
        stream(3_000, 5);

        one.up.blackHole(true);
        other.up.blackHole(true);
        sender.run(20);
        one.up.blackHole(false);
        other.up.blackHole(false);
        var before = session().received.size();
        sender.run(5);

        assertThat(session().received.size() - before).isGreaterThan(1_000);
        assertThat(world.receiver.tally().links()).isEqualTo(2);
        assertThat(world.sessions).hasSize(1);
    }

    @Test
    void carriesOnWhenTheNumbersBeginAgain() {
        var wrapping = new BondedSender(world, Sequence.LAST - 2_000);
        wrapping.modem(link(5_500, 30), link(5_500, 30));
        wrapping.modem(link(2_200, 80), link(2_200, 80));
        wrapping.connect();
        wrapping.run(0.5);
        wrapping.rate(5_500_000);

        wrapping.run(10);
        wrapping.rate(0);
        wrapping.run(3);

        assertThat(session().received).hasSize(wrapping.sent()).doesNotHaveDuplicates();
        assertThat(session().received).contains(Sequence.LAST, 0);
        assertThat(wrapping.resent()).isZero();
    }

    @Test
    void beginsAnewWithTheEncoderInTheMiddleOfAStream() {
        modem(5_500, 30);
        modem(2_200, 80);
        stream(5_000, 5);
        var before = session();
        var sentBefore = sender.sent();

        sender.restartEncoder(77);
        sender.run(5);
        settle();

        assertThat(before.closed).isTrue();
        assertThat(world.sessions).hasSize(2);
        assertThat(session().received)
                .hasSize(sender.sent() - sentBefore)
                .doesNotHaveDuplicates()
                .allMatch(sequence -> sequence < 100_000);
        assertThat(session().received.stream().mapToInt(n -> n).min()).hasValue(77);
    }

    private BondedSender.Modem modem(int kbps, int delayMs) {
        return sender.modem(link(kbps, delayMs), link(kbps, delayMs));
    }

    private SimulatedLink link(int kbps, int delayMs) {
        return new SimulatedLink(seed++)
                .rate(Bitrate.ofKbps(kbps))
                .delay(Duration.ofMillis(delayMs))
                .queueLimit(Duration.ofMillis(500));
    }

    private void stream(int kbps, double seconds) {
        sender.connect();
        sender.run(1);
        sender.rate(kbps * 1_000L);
        sender.run(seconds);
        if (seconds == SECONDS) {
            settle();
        }
    }

    /// Ends the stream and waits for what is still on its way.
    private void settle() {
        sender.rate(0);
        sender.run(3);
    }

    private FakeSrtSession session() {
        return world.sessions.getLast();
    }

    private void assertThatAllCame() {
        assertThat(sender.sent()).isGreaterThan(5_000);
        assertThat(session().givenUp()).isZero();
        assertThat(session().received).hasSize(sender.sent()).doesNotHaveDuplicates();
    }
}
