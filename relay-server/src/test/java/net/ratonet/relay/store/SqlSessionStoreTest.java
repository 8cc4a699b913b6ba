package net.ratonet.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.ratonet.relay.telemetry.history.HealthSample;
import net.ratonet.relay.telemetry.history.Keep;
import net.ratonet.relay.telemetry.history.LiveSession;
import net.ratonet.relay.telemetry.history.SessionBatch;
import net.ratonet.relay.telemetry.history.SessionEvent;
import net.ratonet.relay.telemetry.history.SessionId;
import net.ratonet.relay.telemetry.history.SessionRecord;
import net.ratonet.relay.telemetry.history.TrackPoint;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlSessionStoreTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Instant NEVER = Instant.EPOCH;
    private static final StreamerId RATO = new StreamerId("rato");
    private static final StreamerId OTHER = new StreamerId("other");
    private static final SessionId ID = new SessionId(-7);
    private static final LiveSession SESSION =
            new LiveSession(ID, RATO, NOON, NOON.plusSeconds(60), false);

    @TempDir private Path folder;
    private Database database;
    private SqlSessionStore store;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("relay.db"));
        store = new SqlSessionStore(database);
        register(RATO);
        register(OTHER);
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @Test
    void givesBackWhatWasAppended() throws IOException {
        var batch = batch(SESSION, 0, 1, 2);

        store.append(batch);

        assertThat(store.load(RATO, ID))
                .contains(
                        new SessionRecord(
                                SESSION,
                                batch.points().stream().map(SessionBatch.Point::point).toList(),
                                batch.health().stream().map(SessionBatch.Health::sample).toList(),
                                batch.events().stream().map(SessionBatch.Event::event).toList()));
    }

    @Test
    void writesABatchTwiceWithoutHarm() throws IOException {
        var batch = batch(SESSION, 0, 1, 2);
        store.append(batch);
        var once = store.load(RATO, ID);

        store.append(batch);

        assertThat(store.load(RATO, ID)).isEqualTo(once);
    }

    @Test
    void survivesClosingAndOpening() throws IOException {
        store.append(batch(SESSION, 0, 1, 2));
        database.close();
        database = Database.open(folder.resolve("relay.db"));
        store = new SqlSessionStore(database);

        assertThat(store.unfinished()).containsExactly(SESSION);
        assertThat(store.load(RATO, ID).orElseThrow().track()).hasSize(3);
    }

    @Test
    void knowsWhichSessionsNobodyHasEnded() throws IOException {
        store.append(batch(SESSION));
        store.append(batch(new LiveSession(new SessionId(8), OTHER, NOON, NOON, true)));

        assertThat(store.unfinished()).containsExactly(SESSION);
    }

    @Test
    void showsASessionToItsOwnerOnly() throws IOException {
        store.append(batch(SESSION, 0));

        assertThat(store.load(OTHER, ID)).isEmpty();
        assertThat(store.page(OTHER, NOON.plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void pagesThroughSessionsNewestFirst() throws IOException {
        for (var day = 0; day < 5; day++) {
            var at = NOON.plus(Duration.ofDays(day));
            store.append(batch(new LiveSession(new SessionId(day), RATO, at, at, true)));
        }

        var first = store.page(RATO, NOON.plus(Duration.ofDays(99)), 3);
        var second = store.page(RATO, first.getLast().startedAt(), 3);

        assertThat(first).extracting(session -> session.id().value()).containsExactly(4L, 3L, 2L);
        assertThat(second).extracting(session -> session.id().value()).containsExactly(1L, 0L);
    }

    @Test
    void pagesFromAnyTimeThatCanBeWritten() throws IOException {
        store.append(batch(SESSION));

        assertThat(store.page(RATO, Instant.MAX, 3)).containsExactly(SESSION);
        assertThat(store.page(RATO, Instant.MIN, 3)).isEmpty();
    }

    @Test
    void thinsOutWhatIsOlderThanAnHourThenADay() throws IOException {
        store.append(batch(SESSION, seconds(0, 120)));

        store.tidy(NOON.plus(Duration.ofMinutes(59)), NEVER);
        assertThat(store.load(RATO, ID).orElseThrow().track()).hasSize(120);

        store.tidy(NOON.plus(Duration.ofMinutes(63)), NEVER);
        assertThat(store.load(RATO, ID).orElseThrow().track()).hasSize(12);
        assertThat(store.load(RATO, ID).orElseThrow().health()).hasSize(12);

        store.tidy(NOON.plus(Duration.ofHours(25)), NEVER);
        assertThat(store.load(RATO, ID).orElseThrow().track())
                .extracting(TrackPoint::at)
                .containsExactly(NOON, NOON.plusSeconds(60));
    }

    @Test
    void forgetsSessionsThatEndedLongAgoAndAllThatBelongsToThem() throws IOException {
        store.append(batch(SESSION, 0));
        var old = new LiveSession(new SessionId(9), RATO, NOON, NOON.plusSeconds(5), true);
        store.append(batch(old, 0, 1, 2));

        store.tidy(NOON, NOON.plusSeconds(6));

        assertThat(store.page(RATO, NOON.plusSeconds(99), 10)).containsExactly(SESSION);
        assertThat(rows("session_points")).isOne();
        assertThat(rows("session_events")).isOne();
    }

    @Test
    void keepsNothingOfAnAccountThatIsGone() throws IOException {
        store.append(batch(SESSION, 0, 1));

        database.change(handle -> handle.execute("DELETE FROM streamers WHERE id = 'rato'"));
        store.append(batch(SESSION, 2, 3));

        assertThat(rows("sessions")).isZero();
        assertThat(rows("session_points")).isZero();
        assertThat(rows("session_health")).isZero();
        assertThat(rows("session_events")).isZero();
    }

    @Test
    void deletesManyInManySteps() throws IOException {
        store.append(batch(SESSION, seconds(0, 5_000)));

        store.tidy(NOON.plus(Duration.ofDays(3)), NEVER);

        assertThat(rows("session_points")).isEqualTo(84);
    }

    private long rows(String table) throws IOException {
        return database.read(handle ->
                handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one());
    }

    private void register(StreamerId id) throws IOException {
        database.change(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO streamers (id, name, email, email_key,
                                    api_key_hash, pull_key, avatar_url, color, is_crown,
                                    socials, config, approved, created_at)
                                VALUES (:id, '', '', :id, :id, '', '', '', 0,
                                    '[]', '{}', 1, '')
                                """)
                        .bind("id", id.value())
                        .execute());
    }

    private static int[] seconds(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    /// A point and a sample for each second, kept as the journal would.
    private static SessionBatch batch(LiveSession session, int... seconds) {
        var points = new ArrayList<SessionBatch.Point>();
        var health = new ArrayList<SessionBatch.Health>();
        for (var second : seconds) {
            var at = NOON.plusSeconds(second);
            var keep = second % 60 == 0 ? Keep.SESSION : second % 10 == 0 ? Keep.DAY : Keep.HOUR;
            var fix = new GeoFix(10.5, -20.25, 30, 700.5, 90, 8, FixKind.THREE_D);
            points.add(new SessionBatch.Point(session.id(), new TrackPoint(at, fix), keep));
            var sample = new HealthSample(at, 90, HealthState.DEGRADED, 2, 3, 4_000.5);
            health.add(new SessionBatch.Health(session.id(), sample, keep));
        }
        var online = new SessionEvent(NOON, SessionEvent.Kind.SOURCE_JOINED, "agent");
        return new SessionBatch(
                List.of(session),
                points,
                health,
                List.of(new SessionBatch.Event(session.id(), online)));
    }
}
