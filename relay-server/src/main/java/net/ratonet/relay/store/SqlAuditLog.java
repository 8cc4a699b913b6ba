package net.ratonet.relay.store;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import net.ratonet.relay.admin.AuditEntry;
import net.ratonet.relay.admin.AuditEvent;
import net.ratonet.relay.admin.AuditLog;
import org.jdbi.v3.core.Handle;

/// The audit trail in the database, bounded per action and outcome.
final class SqlAuditLog implements AuditLog {

    static final int MOST_PER_PAGE = 500;

    /// Tidying walks over the lines of a kind, so not each new line pays for it.
    static final int TIDY_EACH = 100;

    private final Database database;
    private final InstantSource clock;
    private final int mostPerKind;

    SqlAuditLog(Database database, InstantSource clock, int mostPerKind) {
        this.database = database;
        this.clock = clock;
        this.mostPerKind = mostPerKind;
    }

    @Override
    public void record(AuditEvent event) {
        var atMs = clock.millis();
        database.changeLater(handle -> write(handle, atMs, event));
    }

    private void write(Handle handle, long atMs, AuditEvent event) {
        var id = AuditTable.insert(handle, atMs, event);
        if (id % TIDY_EACH == 0) {
            AuditTable.keepNewest(handle, event, mostPerKind);
        }
    }

    @Override
    public List<AuditEntry> page(long beforeId, int most) throws IOException {
        var bounded = Math.clamp(most, 1, MOST_PER_PAGE);
        return database.read(handle -> AuditTable.page(handle, beforeId, bounded));
    }
}
