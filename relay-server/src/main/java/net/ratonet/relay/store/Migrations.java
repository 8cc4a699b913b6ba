package net.ratonet.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/// Brings a database to the tables of this program (`db/sqlite/V…sql`). Accounts own the versions
/// 1xx, live history 2xx, scenes 3xx, media 4xx; so a later one of a low hundred may come after one
/// of a high.
final class Migrations {

    private Migrations() {}

    static void run(Path file, DataSource source) throws IOException {
        try {
            migrate(file, configure(source));
        } catch (FlywayException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    private static Flyway configure(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/sqlite")
                .failOnMissingLocations(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .outOfOrder(true)
                .load();
    }

    private static void migrate(Path file, Flyway flyway) throws IOException {
        if (Arrays.stream(flyway.info().applied()).anyMatch(Migrations::isUnknown)) {
            throw new IOException(
                    ("%s was written by a newer RatoNet. Start that version, or put back a backup"
                                    + " from before the update.")
                            .formatted(file));
        }
        flyway.migrate();
    }

    /// The baseline line of a database that was taken over comes from no file.
    private static boolean isUnknown(MigrationInfo migration) {
        return !migration.getState().isResolved()
                && migration.getState() != MigrationState.BASELINE;
    }
}
