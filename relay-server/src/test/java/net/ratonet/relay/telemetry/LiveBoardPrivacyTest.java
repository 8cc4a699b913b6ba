package net.ratonet.relay.telemetry;

import static net.ratonet.relay.telemetry.SimulatedField.AGENT;
import static net.ratonet.relay.telemetry.SimulatedField.PHONE;
import static net.ratonet.relay.telemetry.SimulatedField.RATO;
import static net.ratonet.relay.telemetry.SimulatedField.fix;
import static net.ratonet.relay.telemetry.SimulatedField.hardware;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.ratonet.relay.privacy.PlaceName;
import net.ratonet.relay.privacy.Precision;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.relay.privacy.Zone;
import org.junit.jupiter.api.Test;

final class LiveBoardPrivacyTest {

    private static final Zone HOME = new Zone.Circle("home", 10, 20, 500);
    private static final PlaceName CENTRE = new PlaceName("Centro, Sorocaba", "Sorocaba");

    private final SimulatedField field = new SimulatedField();

    @Test
    void hidesNothingOfOneWhoHasMadeNoRules() {
        field.report(PHONE, fix(10, 20));
        field.board.named(RATO, CENTRE);

        assertThat(field.seen()).isSameAs(field.live());
    }

    @Test
    void tellsTheWorldOfADelayedPositionWhenItIsDue() {
        field.decree(delayed(5));
        field.report(PHONE, fix(10, 20));
        field.pass(4);
        assertThat(field.visible).hasSize(1);

        field.pass(1);

        assertThat(lastUpdate().parts()).isEqualTo(Set.of(Part.GPS));
        assertThat(lastUpdate().streamer().gps()).contains(fix(10, 20));
    }

    @Test
    void tellsTheWorldOfTheMachineAtOnce() {
        field.decree(delayed(60));
        field.report(AGENT, fix(10, 20));

        field.report(AGENT, hardware(42));

        assertThat(lastUpdate().parts()).isEqualTo(Set.of(Part.HARDWARE));
        assertThat(lastUpdate().streamer().hardware()).contains(hardware(42));
        assertThat(lastUpdate().streamer().gps()).isEmpty();
    }

    @Test
    void tellsTheWorldWhenHomeIsReachedAndNothingOfHome() {
        field.decree(zoned(0));
        field.report(PHONE, fix(10.1, 20));
        field.board.named(RATO, CENTRE);
        field.pass(1);

        field.report(PHONE, fix(10.001, 20));

        assertThat(lastUpdate().parts()).isEqualTo(Set.of(Part.GPS, Part.PLACE));
        assertThat(lastUpdate().streamer().gps()).isEmpty();
        assertThat(lastUpdate().streamer().locationName()).isEmpty();
        assertThat(field.live().gps()).contains(fix(10.001, 20));
    }

    @Test
    void movingAroundAtHomeTellsTheWorldNothing() {
        field.decree(zoned(0));
        field.report(PHONE, fix(10.001, 20));
        field.pass(1);
        var told = field.visible.size();

        field.report(PHONE, fix(10.002, 20));
        field.board.named(RATO, CENTRE);

        assertThat(field.visible).hasSize(told);
        assertThat(field.seen().locationName()).isEmpty();
    }

    @Test
    void stopsAtOnceWhenTheStreamerSaysSo() {
        field.report(PHONE, fix(10, 20));

        field.decree(new PrivacyRules(Duration.ZERO, List.of(), Precision.EXACT, false));

        assertThat(lastUpdate().streamer().gps()).isEmpty();
        assertThat(field.seen().gps()).isEmpty();
        assertThat(field.live().gps()).contains(fix(10, 20));
    }

    @Test
    void showsNoOldPositionWhenSharingBeginsAgain() {
        field.report(PHONE, fix(10, 20));
        field.decree(new PrivacyRules(Duration.ZERO, List.of(), Precision.EXACT, false));
        field.decree(PrivacyRules.OPEN);
        assertThat(field.seen().gps()).isEmpty();

        field.pass(1);
        field.report(PHONE, fix(10, 20.5));

        assertThat(field.seen().gps()).contains(fix(10, 20.5));
    }

    @Test
    void aPhoneThatIsGoneNoLongerShowsWhereItWas() {
        field.connect(AGENT);
        field.decree(delayed(5));
        field.report(PHONE, fix(10, 20));
        field.pass(6);
        field.connect(AGENT);
        assertThat(field.seen().gps()).isPresent();

        field.disconnect(PHONE);

        assertThat(lastUpdate().streamer().gps()).isEmpty();
        assertThat(field.seen().gps()).isEmpty();
        assertThat(field.live().gps()).contains(fix(10, 20));
    }

    @Test
    void whatWaitedBeforeADisconnectIsNeverShown() {
        field.decree(delayed(5));
        field.report(PHONE, fix(10, 20));
        field.disconnect(PHONE);

        field.connect(PHONE);
        field.pass(10);

        assertThat(field.seen().gps()).isEmpty();
    }

    @Test
    void aDeviceWhoseClockIsBehindDoesNotShortenTheDelay() {
        field.decree(delayed(30));

        field.reportLate(PHONE, fix(10, 20), Duration.ofMinutes(10));

        assertThat(field.seen().gps()).isEmpty();
    }

    @Test
    void delaysTheNameOfThePlaceWithThePosition() {
        field.decree(delayed(5));
        field.report(PHONE, fix(10, 20));
        field.board.named(RATO, CENTRE);
        field.pass(4);
        assertThat(field.seen().locationName()).isEmpty();

        field.pass(1);

        assertThat(field.seen().locationName()).isEqualTo("Centro, Sorocaba");
    }

    @Test
    void notesWhichPositionsAThirdPartyMayHear() {
        field.decree(zoned(0));
        field.report(PHONE, fix(10.1, 20));
        field.pass(1);
        field.report(PHONE, fix(10, 20));

        assertThat(field.notes)
                .filteredOn(FieldNote.Fix.class::isInstance)
                .extracting(note -> ((FieldNote.Fix) note).mayAskElsewhere())
                .containsExactly(true, false);
    }

    private BoardEvent.Updated lastUpdate() {
        return (BoardEvent.Updated) field.visible.getLast();
    }

    private static PrivacyRules delayed(int seconds) {
        return new PrivacyRules(Duration.ofSeconds(seconds), List.of(), Precision.EXACT, true);
    }

    private static PrivacyRules zoned(int delayS) {
        return new PrivacyRules(Duration.ofSeconds(delayS), List.of(HOME), Precision.EXACT, true);
    }
}
