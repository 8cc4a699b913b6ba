package net.ratonet.relay.store;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import net.ratonet.relay.telemetry.history.Keep;
import net.ratonet.relay.telemetry.history.LiveSession;
import net.ratonet.relay.telemetry.history.SessionBatch;
import net.ratonet.relay.telemetry.history.SessionId;
import net.ratonet.relay.telemetry.history.SessionRecord;
import net.ratonet.relay.telemetry.history.SessionStore;
import net.ratonet.shared.telemetry.StreamerId;
import org.jdbi.v3.core.Handle;

/// Past lives in the database. Any thread may call.
public final class SqlSessionStore implements SessionStore {

    private static final int MOST_PER_PAGE = 200;

    /// So few are deleted at a time that a login need not wait for the history.
    private static final int DELETED_AT_ONCE = 2_000;

    /// What is left then waits for the next tidying.
    private static final int MOST_DELETIONS = 500;

    private final Database database;

    public SqlSessionStore(Database database) {
        this.database = database;
    }

    @Override
    public void append(SessionBatch batch) throws IOException {
        database.change(handle -> {
            SessionTable.upsert(handle, batch.sessions());
            SessionPointTable.insert(handle, batch.points());
            SessionHealthTable.insert(handle, batch.health());
            SessionEventTable.insert(handle, batch.events());
        });
    }

    @Override
    public List<LiveSession> unfinished() throws IOException {
        return database.read(SessionTable::unfinished);
    }

    @Override
    public void tidy(Instant now, Instant oldest) throws IOException {
        for (var keep : List.of(Keep.HOUR, Keep.DAY)) {
            var before = now.minus(keep.age());
            repeat(handle -> SessionPointTable.thin(handle, keep, before, DELETED_AT_ONCE));
            repeat(handle -> SessionHealthTable.thin(handle, keep, before, DELETED_AT_ONCE));
        }
        repeat(handle -> SessionTable.deleteOneBefore(handle, oldest));
    }

    @Override
    public List<LiveSession> page(StreamerId streamer, Instant startedBefore, int most)
            throws IOException {
        var bounded = Math.clamp(most, 1, MOST_PER_PAGE);
        return database.read(handle -> SessionTable.page(handle, streamer, startedBefore, bounded));
    }

    @Override
    public Optional<SessionRecord> load(StreamerId streamer, SessionId session) throws IOException {
        return database.read(handle ->
                SessionTable.find(handle, streamer, session).map(found -> record(handle, found)));
    }

    private static SessionRecord record(Handle handle, LiveSession session) {
        return new SessionRecord(
                session,
                SessionPointTable.of(handle, session.id()),
                SessionHealthTable.of(handle, session.id()),
                SessionEventTable.of(handle, session.id()));
    }

    private void repeat(ToIntFunction<Handle> deletion) throws IOException {
        for (var round = 0; round < MOST_DELETIONS; round++) {
            if (database.write(deletion::applyAsInt) == 0) {
                return;
            }
        }
    }
}
