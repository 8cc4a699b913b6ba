package net.ratonet.relay.telemetry;

import static net.ratonet.relay.telemetry.SimulatedField.AGENT;
import static net.ratonet.relay.telemetry.SimulatedField.HTTP;
import static net.ratonet.relay.telemetry.SimulatedField.NO_FIX;
import static net.ratonet.relay.telemetry.SimulatedField.PHONE;
import static net.ratonet.relay.telemetry.SimulatedField.RATO;
import static net.ratonet.relay.telemetry.SimulatedField.fix;
import static net.ratonet.relay.telemetry.SimulatedField.hardware;
import static net.ratonet.relay.telemetry.SimulatedField.health;
import static net.ratonet.relay.telemetry.SimulatedField.links;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import net.ratonet.relay.privacy.PlaceName;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.Test;

final class LiveBoardTest {

    private final SimulatedField field = new SimulatedField();

    @Test
    void isOnlineAsSoonAsTheAgentConnects() {
        field.connect(AGENT);

        assertThat(field.raw).singleElement().isInstanceOf(BoardEvent.CameOnline.class);
        assertThat(field.visible).singleElement().isInstanceOf(BoardEvent.CameOnline.class);
        assertThat(field.live().gps()).isEmpty();
    }

    @Test
    void comesOnlineOnceHoweverOftenASourceConnects() {
        field.connect(AGENT);
        field.connect(AGENT);
        field.connect(PHONE);

        assertThat(field.raw).hasSize(1);
    }

    @Test
    void aSingleRequestMakesAStreamerLiveThenUpdatesIt() {
        field.report(HTTP, fix(10, 20));

        assertThat(field.raw)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("CameOnline", "Updated");
        assertThat(field.live().gps()).contains(fix(10, 20));
    }

    @Test
    void staysOnlineWhileThePhoneStillSendsAfterTheAgentClosed() {
        field.connect(AGENT);
        field.report(PHONE, fix(10, 20));

        field.disconnect(AGENT);

        assertThat(field.live().gps()).contains(fix(10, 20));
        assertThat(field.raw).noneMatch(BoardEvent.WentOffline.class::isInstance);
    }

    @Test
    void goesOfflineWithItsLastSource() {
        field.connect(AGENT);
        field.connect(PHONE);

        field.disconnect(AGENT);
        field.disconnect(PHONE);

        assertThat(field.board.raw(RATO)).isEmpty();
        assertThat(field.raw.getLast()).isEqualTo(new BoardEvent.WentOffline(RATO));
        assertThat(field.visible.getLast()).isEqualTo(new BoardEvent.WentOffline(RATO));
    }

    @Test
    void leavesNoGhostWhenASourceFallsSilentWithoutClosing() {
        field.report(AGENT, fix(10, 20));

        field.pass(14);
        assertThat(field.board.raw(RATO)).isPresent();

        field.pass(1);
        assertThat(field.board.raw(RATO)).isEmpty();
        assertThat(field.notes.getLast())
                .isEqualTo(
                        new FieldNote.SourceLeft(
                                RATO, SourceKind.AGENT, field.now, FieldNote.Leave.SILENT));
    }

    @Test
    void aSourceThatSpeaksAgainAfterSilenceIsBack() {
        field.report(AGENT, fix(10, 20));
        field.pass(20);

        field.report(AGENT, fix(10, 21));

        assertThat(field.live().gps()).contains(fix(10, 21));
        assertThat(field.live().liveSince()).isEqualTo(field.now);
    }

    @Test
    void aSourceThatOnlyShowsThatItIsThereStays() {
        field.connect(AGENT);
        field.pass(10);
        field.connect(AGENT);
        field.pass(10);

        assertThat(field.board.raw(RATO)).isPresent();
    }

    @Test
    void anAgentWithoutGpsLeavesThePhonesPositionAlone() {
        field.report(PHONE, fix(10, 20));
        field.pass(1);
        var told = field.raw.size();

        field.report(AGENT, NO_FIX);

        assertThat(field.live().gps()).contains(fix(10, 20));
        assertThat(field.raw).hasSize(told);
    }

    @Test
    void anAgentThatRepeatsItsLastPositionYieldsToOneThatSeesTheSky() {
        var memory = new GeoFix(1, 2, 0, 0, 0, 0, FixKind.NONE);
        field.report(PHONE, fix(10, 20));
        field.pass(14);
        field.report(AGENT, memory);
        assertThat(field.live().gps()).contains(fix(10, 20));

        field.pass(1);
        field.report(AGENT, memory);

        assertThat(field.live().gps()).contains(memory);
    }

    @Test
    void theNewestMeasurementOfEachPartWins() {
        field.report(AGENT, hardware(10));
        field.report(PHONE, fix(10, 20));
        field.pass(1);
        field.report(AGENT, fix(10, 20.1));
        field.report(PHONE, hardware(50));

        assertThat(field.live().gps()).contains(fix(10, 20.1));
        assertThat(field.live().hardware()).contains(hardware(50));
    }

    /// the predecessor sent queued points as current ones.
    @Test
    void aQueuedPointGoesToTheHistoryButDoesNotMoveTheLivePosition() {
        field.report(AGENT, fix(10, 20));
        field.pass(1);
        var told = field.raw.size();

        field.reportLate(PHONE, fix(9, 19), Duration.ofMinutes(5));

        assertThat(field.live().gps()).contains(fix(10, 20));
        assertThat(field.raw).hasSize(told);
        assertThat(field.notes.getLast())
                .isInstanceOfSatisfying(
                        FieldNote.Fix.class,
                        note -> {
                            assertThat(note.newest()).isFalse();
                            assertThat(note.fix().fix()).isEqualTo(fix(9, 19));
                            assertThat(note.fix().measuredAt())
                                    .isEqualTo(field.now.minusSeconds(300));
                        });
    }

    /// and some of them twice.
    @Test
    void theSamePointTwiceIsOnePoint() {
        field.report(PHONE, fix(10, 20));
        field.report(HTTP, fix(10, 20));
        field.report(AGENT, hardware(10));
        field.report(AGENT, hardware(10));

        assertThat(field.raw).filteredOn(BoardEvent.Updated.class::isInstance).hasSize(2);
    }

    @Test
    void aDeviceWhoseClockIsAheadIsNotRightForEver() {
        field.reportLate(PHONE, fix(1, 1), Duration.ofHours(-1));
        field.pass(1);

        field.report(AGENT, fix(10, 20));

        assertThat(field.live().gps()).contains(fix(10, 20));
    }

    @Test
    void isDownUntilSomebodyHasJudgedIt() {
        field.report(AGENT, links(3));

        var health = field.live().health();

        assertThat(health.state()).isEqualTo(HealthState.DOWN);
        assertThat(health.score()).isZero();
        assertThat(health.totalLinks()).isEqualTo(3);
    }

    @Test
    void keepsWhatTheAgentSaysOfItselfApartFromTheVerdict() {
        field.report(AGENT, health(100));
        assertThat(field.live().health().state()).isEqualTo(HealthState.DOWN);

        field.board.judged(RATO, health(55));

        assertThat(field.live().health()).isEqualTo(health(55));
        assertThat(field.live().reportedHealth()).contains(health(100));
    }

    @Test
    void tellsAVerdictOnce() {
        field.connect(AGENT);

        field.board.judged(RATO, health(90));
        field.board.judged(RATO, health(90));

        assertThat(field.raw).filteredOn(BoardEvent.Updated.class::isInstance).hasSize(1);
        assertThat(field.visible.getLast())
                .isInstanceOfSatisfying(
                        BoardEvent.Updated.class,
                        updated -> assertThat(updated.parts()).isEqualTo(Set.of(Part.HEALTH)));
    }

    @Test
    void forgetsTheMachineThatHasGoneButNotWhereItWas() {
        field.report(AGENT, hardware(10));
        field.report(AGENT, links(2));
        field.report(AGENT, fix(10, 20));
        field.connect(PHONE);

        field.disconnect(AGENT);

        assertThat(field.live().hardware()).isEmpty();
        assertThat(field.live().network().links()).isEmpty();
        assertThat(field.live().gps()).contains(fix(10, 20));
        assertThat(field.live().seenAt()).containsOnlyKeys(Part.GPS);
    }

    @Test
    void keepsWhatANewConnectionOfTheSameAgentHasReported() {
        var again = new SourceId(SourceKind.AGENT, "agent-2");
        field.report(AGENT, hardware(10));
        field.pass(1);
        field.report(again, hardware(11));

        field.disconnect(AGENT);

        assertThat(field.live().hardware()).contains(hardware(11));
    }

    @Test
    void namesThePlace() {
        field.report(PHONE, fix(10, 20));

        field.board.named(RATO, new PlaceName("Centro, Sorocaba", "Sorocaba"));

        assertThat(field.live().locationName()).isEqualTo("Centro, Sorocaba");
        assertThat(field.raw.getLast())
                .isEqualTo(new BoardEvent.Updated(field.live(), Set.of(Part.PLACE)));
    }

    @Test
    void hasNothingToSayOfThoseWhoAreNotLive() {
        field.disconnect(AGENT);
        field.board.judged(RATO, health(90));
        field.board.named(RATO, PlaceName.UNKNOWN);
        field.board.remove(RATO);

        assertThat(field.raw).isEmpty();
        assertThat(field.board.allRaw()).isEmpty();
    }

    @Test
    void aRemovedAccountIsOffline() {
        field.connect(AGENT);

        field.board.remove(RATO);

        assertThat(field.raw.getLast()).isEqualTo(new BoardEvent.WentOffline(RATO));
        assertThat(field.board.allRaw()).isEmpty();
    }

    @Test
    void takesAFloodOfConnectionsWithoutGrowing() {
        for (var index = 0; index < 10_000; index++) {
            field.connect(new SourceId(SourceKind.AGENT, "agent-" + index));
        }

        assertThat(field.notes).hasSize(32);
    }

    @Test
    void knowsEveryStreamerApart() {
        var other = new StreamerId("other");
        field.report(AGENT, fix(10, 20));
        field.board.report(other, AGENT, fix(30, 40), field.now, field.now);

        field.disconnect(AGENT);

        assertThat(field.board.allRaw()).extracting(LiveStreamer::id).containsExactly(other);
        assertThat(field.board.allVisible(field.now)).hasSize(1);
    }

    @Test
    void saysNothingMoreToAListenerThatHasLeft() {
        var subscription = field.board.subscribe(event -> field.raw.clear());
        subscription.close();

        field.connect(AGENT);

        assertThat(field.raw).hasSize(1);
    }
}
