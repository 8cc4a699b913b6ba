package net.ratonet.relay.telemetry.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.telemetry.SourceId;
import net.ratonet.relay.telemetry.SourceKind;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.StreamHealth;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.FakeClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SessionRecorderTest {

    private static final StreamerId RATO = new StreamerId("rato");
    private static final SourceId AGENT = new SourceId(SourceKind.AGENT, "agent");
    private static final SourceId PHONE = new SourceId(SourceKind.PHONE, "phone");
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final FakeClock clock = new FakeClock(NOON);
    private final LiveBoard board = new LiveBoard(_ -> PrivacyRules.OPEN);
    private final FakeSessionStore store = new FakeSessionStore();
    private final AtomicLong ids = new AtomicLong();
    private SessionRecorder recorder = newRecorder();

    @BeforeEach
    void open() throws IOException {
        recorder.open();
    }

    @Test
    void aLiveBecomesASessionWithTrackHealthAndEvents() {
        ride(20);
        board.judged(RATO, health(90, HealthState.HEALTHY));
        ride(20);
        board.disconnected(RATO, AGENT, clock.instant());
        pass(130);

        var record = store.only();

        assertThat(record.session().over()).isTrue();
        assertThat(record.session().startedAt()).isEqualTo(NOON);
        assertThat(record.session().lastAt()).isEqualTo(NOON.plusSeconds(40));
        assertThat(record.track()).hasSize(40);
        assertThat(record.health()).hasSize(20);
        assertThat(record.health().getLast().bitrateKbps()).isEqualTo(4_000);
        assertThat(record.events())
                .extracting(event -> event.kind().wireName() + " " + event.detail())
                .containsExactly(
                        "online ",
                        "source_joined agent",
                        "health down",
                        "health healthy",
                        "source_closed agent",
                        "offline ");
    }

    @Test
    void aShortBreakIsPartOfTheSession() {
        ride(10);
        board.disconnected(RATO, AGENT, clock.instant());
        pass(110);
        ride(10);

        assertThat(store.all()).singleElement().matches(session -> !session.over());
        assertThat(store.only().track()).hasSize(20);
    }

    @Test
    void aLongBreakIsTheEnd() {
        ride(10);
        board.disconnected(RATO, AGENT, clock.instant());
        pass(121);
        ride(10);

        assertThat(store.all()).extracting(LiveSession::over).containsExactly(true, false);
    }

    @Test
    void aSessionCutOffByACrashEndsAtItsLastPoint() throws IOException {
        ride(10);
        crash();
        clock.advance(Duration.ofHours(3));

        recorder.open();
        recorder.beat();

        assertThat(store.all())
                .containsExactly(
                        new LiveSession(new SessionId(1), RATO, NOON, NOON.plusSeconds(10), true));
    }

    @Test
    void aQuickRestartOfTheRelayContinuesTheSession() throws IOException {
        ride(10);
        crash();
        clock.advance(Duration.ofSeconds(20));

        recorder.open();
        recorder.beat();
        ride(10);

        assertThat(store.all()).singleElement().matches(session -> !session.over());
        assertThat(store.only().track()).hasSize(20);
    }

    @Test
    void aStreamerWhoReturnsLongAfterACrashStartsANewSession() throws IOException {
        ride(10);
        crash();
        clock.advance(Duration.ofMinutes(5));

        recorder.open();
        ride(2);

        assertThat(store.all()).extracting(LiveSession::over).containsExactly(true, false);
    }

    @Test
    void queuedPointsJoinTheTrackWithTheirOwnTime() {
        ride(10);
        for (var second = 300; second > 290; second--) {
            reportAt(PHONE, clock.instant().minusSeconds(second));
        }
        pass(2);

        assertThat(store.only().track())
                .hasSize(20)
                .extracting(TrackPoint::at)
                .isSorted()
                .startsWith(NOON.plusSeconds(10 - 300));
    }

    @Test
    void pointsThatComeTwiceAreKeptOnce() {
        ride(10);
        for (var round = 0; round < 2; round++) {
            for (var second = 300; second > 290; second--) {
                reportAt(PHONE, clock.instant().minusSeconds(second));
            }
        }
        pass(2);

        assertThat(store.only().track()).hasSize(20);
    }

    @Test
    void aPointFromYesterdayIsNoPartOfToday() {
        ride(2);
        reportAt(PHONE, clock.instant().minus(Duration.ofDays(1)));
        pass(2);

        assertThat(store.only().track()).hasSize(2);
    }

    @Test
    void writesWhatADiskRefusedWhenItHasRoomAgain() {
        ride(10);
        store.full = true;
        ride(20);
        assertThat(store.only().track()).hasSize(10);

        store.full = false;
        ride(2);

        assertThat(store.only().track()).hasSize(32);
    }

    @Test
    void forgetsRatherThanGrowsWhileTheDiskRefuses() {
        ride(2);
        store.full = true;
        ride(200);

        store.full = false;
        ride(2);

        assertThat(store.only().track()).hasSizeBetween(60, 70);
        assertThat(store.only().track().getLast().at()).isEqualTo(clock.instant().minusSeconds(1));
    }

    @Test
    void missesPointsButNoSessionInAFlood() {
        for (var point = 0; point < 40_000; point++) {
            reportAt(AGENT, clock.instant().plusMillis(point % 900));
            clock.advance(Duration.ofMillis(1));
        }
        board.disconnected(RATO, AGENT, clock.instant());
        recorder.beat();
        clock.advance(SessionJournal.BREAK.plusSeconds(60));
        recorder.beat();

        assertThat(recorder.missed()).isPositive();
        assertThat(store.all()).singleElement().matches(LiveSession::over);
    }

    @Test
    void tidiesAtTheStartAndEachTenMinutes() {
        pass(2);
        assertThat(store.tidied).isOne();

        pass(601);

        assertThat(store.tidied).isEqualTo(2);
    }

    @Test
    void writesWhatIsLeftWhenItCloses() throws IOException {
        crash();
        recorder.start();
        reportAt(AGENT, clock.instant());

        recorder.close();
        reportAt(AGENT, clock.instant().plusSeconds(1));

        assertThat(store.only().track()).hasSize(1);
    }

    /// A second is a position; two are a beat.
    private void ride(int seconds) {
        for (var second = 0; second < seconds; second++) {
            reportAt(AGENT, clock.instant());
            pass(1);
        }
    }

    private void pass(int seconds) {
        for (var second = 0; second < seconds; second++) {
            clock.advance(Duration.ofSeconds(1));
            board.sweep(clock.instant());
            if (clock.instant().getEpochSecond() % 2 == 0) {
                recorder.beat();
            }
        }
    }

    private void crash() {
        recorder = newRecorder();
        board.remove(RATO);
    }

    private void reportAt(SourceId source, Instant measuredAt) {
        var lat = 10 + Duration.between(NOON, clock.instant()).toSeconds() / 1_000.0;
        var fix = new GeoFix(lat, 20, 30, 700, 90, 8, FixKind.THREE_D);
        board.report(RATO, source, fix, measuredAt, clock.instant());
    }

    private SessionRecorder newRecorder() {
        return new SessionRecorder(
                board,
                store,
                () -> new SessionId(ids.incrementAndGet()),
                Duration.ofDays(365),
                clock);
    }

    private static StreamHealth health(int score, HealthState state) {
        return new StreamHealth(score, state, 2, 2, 4_000, "");
    }
}
