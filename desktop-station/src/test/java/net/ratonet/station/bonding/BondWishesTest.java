package net.ratonet.station.bonding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.ratonet.shared.wire.LinkPriority;
import org.junit.jupiter.api.Test;

/// What a person may want of the links.
final class BondWishesTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    private final SimulatedField field = new SimulatedField(2_000_000);

    @Test
    void sparesABackupUntilItIsNeeded() {
        var main = field.lane(6, 40);
        field.lane(6, 40);
        prioritise(1, LinkPriority.BACKUP);
        field.run(TEN);
        assertThat(field.link(1).packets()).isZero();

        main.cut(true);
        field.run(TEN);

        assertThat(field.link(1).packets()).isGreaterThan(1_500);
        assertThat(field.receiver().lost()).isZero();
    }

    @Test
    void usesAPreferredLinkFirst() {
        field.lane(6, 40);
        field.lane(6, 40);
        field.run(Duration.ofSeconds(5));

        prioritise(0, LinkPriority.PREFER);
        field.run(TEN);

        assertThat(field.link(0).share()).isGreaterThan(0.65);
    }

    @Test
    void keepsALinkWithAnEmptyBudgetInReserve() {
        field.lane(6, 40);
        field.lane(6, 40);

        field.bond().demote(1, true);
        field.run(TEN);

        assertThat(field.link(1).packets()).isZero();
        assertThat(field.link(1).demoted()).isTrue();
    }

    @Test
    void sendsNothingOnALinkThatIsOff() {
        field.lane(6, 40);
        var off = field.lane(6, 40);
        field.run(TEN);
        assertThat(switchOff(1)).isTrue();
        var before = off.sent();

        field.run(TEN);

        assertThat(off.sent()).isEqualTo(before);
        assertThat(field.link(1).state()).isEqualTo(LinkState.OFF);
        assertThat(field.receiver().lost()).isZero();
    }

    @Test
    void takesALinkBackThatIsSwitchedOn() {
        field.lane(6, 40);
        field.lane(6, 40);
        field.run(TEN);
        switchOff(1);
        field.run(TEN);

        field.bond().setTerms(1, LinkTerms.NORMAL, field.nowNanos());
        field.run(Duration.ofSeconds(1));

        assertThat(field.link(1).state()).isEqualTo(LinkState.LIVE);
    }

    @Test
    void refusesToSwitchOffTheLastLinkThatWorks() {
        field.lane(6, 40);
        field.lane(6, 40).cut(true);
        field.run(TEN);

        assertThat(switchOff(0)).isFalse();

        assertThat(field.link(0).state()).isEqualTo(LinkState.LIVE);
        assertThat(switchOff(1)).isTrue();
    }

    @Test
    void goesOnWithoutALinkThatIsPulledOut() {
        field.lane(6, 40);
        field.lane(6, 40);
        field.run(TEN);

        field.bond().removeLink(1);
        field.run(TEN);

        assertThat(field.bond().snapshot().links()).hasSize(1);
        assertThat(field.receiver().lost()).isZero();
    }

    @Test
    void joinsWithALinkThatIsPluggedInWhileLive() {
        field.lane(6, 40);
        field.run(TEN);

        field.lane(6, 40);
        field.run(Duration.ofSeconds(5));

        assertThat(field.link(1).share()).isGreaterThan(0.2);
    }

    private void prioritise(int slot, LinkPriority priority) {
        field.bond().setTerms(slot, LinkTerms.NORMAL.prioritised(priority), field.nowNanos());
    }

    private boolean switchOff(int slot) {
        return field.bond().setTerms(slot, LinkTerms.NORMAL.switched(false), field.nowNanos());
    }
}
