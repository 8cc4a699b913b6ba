package net.ratonet.station.bonding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.telemetry.Bitrate;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/// The bad days of a bond and what each may cost, in repeated packets of some 15,000. Nothing may
/// be missing in the picture.
final class BondScenarioTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    private SimulatedField field = new SimulatedField(6_000_000);

    @Test
    void sharesBetweenTwoEqualLinks() {
        field.lane(4.5, 40);
        field.lane(4.5, 40);

        field.run(Duration.ofSeconds(30));

        assertCost(0);
        assertThat(field.link(0).packets())
                .isCloseTo(field.link(1).packets(), Percentage.withPercentage(10));
    }

    @Test
    void givesASlowLinkWhatItCanCarry() {
        field = new SimulatedField(5_500_000);
        field.lane(5.5, 30);
        field.lane(2.2, 80);

        field.run(Duration.ofSeconds(30));

        assertCost(20);
        assertThat(share(1)).isBetween(0.15, 0.4);
    }

    @Test
    void givesKeyFramesToTheBestLinkAsFarAsThereIsRoom() {
        field = new SimulatedField(1_000_000);
        field.lane(6, 20);
        field.lane(6, 90);

        field.run(Duration.ofSeconds(30));

        assertCost(0);
        var best = field.lanes().get(0).keyFramePackets();
        var other = field.lanes().get(1).keyFramePackets();
        assertThat(best).isGreaterThan(10 * other);
        assertThat(share(1)).isGreaterThan(0.1);
    }

    @Test
    void repeatsOnlyWhatALossyLinkLoses() {
        field.lane(6, 40);
        var lossy = field.lane(6, 40);
        lossy.up().burstLoss(0.02, 3);

        field.run(Duration.ofSeconds(30));

        assertCost(lossy.up().lost() + 40);
        assertThat(field.link(1).naks()).isCloseTo(lossy.up().lost(), Offset.offset(40L));
        assertThat(share(1)).isLessThan(0.5);
    }

    @Test
    void mixesAFastAndASlowUnsteadyLink() {
        field.lane(6, 15);
        field.lane(6, 125).up().jitter(Duration.ofMillis(120));

        field.run(Duration.ofSeconds(30));

        assertCost(40);
        assertThat(share(1)).isGreaterThan(0.05);
    }

    @Test
    void losesNothingWhenALinkDiesAndReturns() {
        field = new SimulatedField(5_000_000);
        field.lane(4.5, 40);
        field.lane(4.5, 40);
        var dying = field.lane(4.5, 40);

        field.run(TEN);
        dying.cut(true);
        field.run(TEN);
        dying.cut(false);
        field.run(TEN);

        assertCost(225);
        assertThat(field.link(2).state()).isEqualTo(LinkState.LIVE);
        assertThat(field.link(2).sentBitsPerSecond()).isGreaterThan(100_000);
    }

    @Test
    void livesThroughADropOfCapacity() {
        field = new SimulatedField(5_000_000);
        field.lane(6, 40);
        var weak = field.lane(6, 40);

        field.run(TEN);
        weak.up().rate(Bitrate.ofKbps(500));
        field.run(TEN);
        weak.up().rate(Bitrate.ofKbps(6_000));
        field.run(TEN);

        assertCost(225);
        assertThat(field.link(1).state()).isEqualTo(LinkState.LIVE);
    }

    @Test
    void goesRoundALinkThatStalls() {
        field = new SimulatedField(5_000_000);
        field.lane(6, 40);
        var stalling = field.lane(6, 40);

        field.run(TEN);
        stalling.up().delay(Duration.ofMillis(1_540));
        field.run(Duration.ofSeconds(3));
        stalling.up().delay(Duration.ofMillis(40));
        field.run(Duration.ofSeconds(17));

        assertCost(227);
        assertThat(field.link(1).state()).isEqualTo(LinkState.LIVE);
    }

    @Test
    void feedsNoLinkWhoseWayUpIsDead() {
        field = new SimulatedField(5_000_000);
        field.lane(6, 40);
        var deaf = field.lane(6, 40);

        field.run(TEN);
        deaf.up().blackHole(true);
        field.run(TEN);
        deaf.up().blackHole(false);
        field.run(TEN);

        assertCost(225);
        assertThat(field.link(1).state()).isEqualTo(LinkState.LIVE);
    }

    @Test
    void pullsALinkWithinTwoRoundTripsAndAQuarterSecond() {
        field = new SimulatedField(5_000_000);
        field.lane(6, 40);
        var deaf = field.lane(6, 40);
        field.run(TEN);
        var limit = Duration.ofMillis(250).plusNanos((long) (2 * field.link(1).rttMs() * 1e6));

        deaf.up().blackHole(true);
        field.run(limit);

        assertThat(field.link(1).state()).isEqualTo(LinkState.SUSPECT);
        var fed = deaf.sent();
        field.run(Duration.ofSeconds(3));
        assertThat(deaf.sent() - fed).isLessThan(60);
    }

    @Test
    void comesBackAfterALongSilenceOfAllLinks() {
        field = new SimulatedField(3_000_000);
        field.lane(4, 40);
        field.lane(4, 60);
        field.run(TEN);
        var before = field.receiver().received();

        field.lanes().forEach(lane -> lane.cut(true));
        field.run(Duration.ofSeconds(20));
        field.lanes().forEach(lane -> lane.cut(false));
        field.run(Duration.ofSeconds(3));

        assertThat(field.bond().snapshot().carries()).isTrue();
        assertThat(field.receiver().received()).isGreaterThan(before + 200);
    }

    @Test
    void joinsAgainFromAnotherAddress() {
        field = new SimulatedField(3_000_000);
        var moved = field.lane(4, 40);
        field.lane(4, 40);
        field.run(TEN);

        moved.rebind();
        field.run(Duration.ofMillis(2_500));

        assertThat(field.receiver().members()).isEqualTo(3);
        assertThat(field.link(0).state()).isEqualTo(LinkState.RECOVERING);
        assertThat(field.receiver().lost()).isZero();
    }

    @Test
    void findsAReceiverThatHasStartedAnew() {
        field = new SimulatedField(3_000_000);
        field.lane(4, 40);
        field.lane(4, 60);
        field.run(TEN);
        var before = field.receiver().received();

        field.receiver().forgetEverything();
        field.run(Duration.ofSeconds(4));

        assertThat(field.encoder().connections()).isEqualTo(2);
        assertThat(field.receiver().received()).isGreaterThan(before + 300);
    }

    @Test
    void goesOnWhenTheNumbersWrap() {
        field = new SimulatedField(6_000_000, Sequence.LAST - 3_000);
        field.lane(4.5, 40);
        field.lane(4.5, 40);

        field.run(Duration.ofSeconds(15));

        assertCost(0);
        assertThat(field.bond().snapshot().packetsInFlight()).isLessThan(150);
    }

    @Test
    void balancesWithoutSrtlaAcknowledgements() {
        field.receiver().acknowledgeNothing();
        field.lane(4.5, 40);
        field.lane(4.5, 40);

        field.run(Duration.ofSeconds(30));

        assertCost(0);
        assertThat(field.link(0).window()).isGreaterThan(LinkWindow.FIRST);
        assertThat(share(1)).isBetween(0.4, 0.6);
    }

    @Test
    void handsEachAcknowledgementOnOnce() {
        field = new SimulatedField(3_000_000);
        for (var i = 0; i < 4; i++) {
            field.lane(3, 20 + 10 * i);
        }

        field.run(TEN);

        assertThat(field.encoder().acks()).isLessThan(1_000);
    }

    private void assertCost(long mostRepeated) {
        assertThat(field.receiver().lost()).isZero();
        assertThat(field.encoder().connections()).isEqualTo(1);
        assertThat(field.encoder().retransmitted()).isLessThanOrEqualTo(mostRepeated);
        assertThat(field.receiver().received()).isGreaterThan(field.encoder().sent() - 400);
    }

    private double share(int slot) {
        var all = field.bond().snapshot().links().stream().mapToLong(LinkSnapshot::packets).sum();
        return field.link(slot).packets() / (double) all;
    }
}
