package net.ratonet.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import net.ratonet.relay.account.AccountStore;
import net.ratonet.relay.admin.AdminTokenStore;
import net.ratonet.relay.admin.AuditLog;
import net.ratonet.relay.channel.ChannelStore;
import net.ratonet.relay.place.PlaceCache;
import net.ratonet.relay.scene.settings.ObsSettingsStore;
import net.ratonet.relay.telemetry.history.SessionStore;

/// Everything that the relay keeps, opened together: the database, its key, and what other packages
/// store through their interfaces. Any thread may call.
public final class RelayStore implements AutoCloseable {

    /// About 2 MB of audit lines of each kind.
    private static final int AUDIT_LINES_PER_ACTION = 10_000;

    private final Database database;
    private final SecretBox box;
    private final InstantSource clock;

    private RelayStore(Database database, SecretBox box, InstantSource clock) {
        this.database = database;
        this.box = box;
        this.clock = clock;
    }

    /// Opens or creates the file; takes over an old RatoNet database that lies there. The message
    /// of a failure is for the operator.
    public static RelayStore open(Path file, SecureRandom random, InstantSource clock)
            throws IOException {
        new OldDatabase(file, random, clock).takeOver();
        var database = Database.open(file);
        try {
            return new RelayStore(database, KeyFile.openFor(database, random), clock);
        } catch (IOException | RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    public AccountStore accounts() {
        return new SqlAccountStore(database, box);
    }

    public AdminTokenStore adminToken() {
        return new SqlAdminTokenStore(database);
    }

    public AuditLog audit() {
        return new SqlAuditLog(database, clock, AUDIT_LINES_PER_ACTION);
    }

    public ObsSettingsStore obsSettings() {
        return new SqlObsSettingsStore(database, box);
    }

    public ChannelStore channels() {
        return new SqlChannelStore(database, box);
    }

    public SessionStore sessions() {
        return new SqlSessionStore(database);
    }

    public PlaceCache places() {
        return new SqlPlaceCache(database, clock);
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
