package net.ratonet.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.admin.AuditEntry;
import net.ratonet.relay.admin.AuditEvent;
import net.ratonet.relay.admin.AuditLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlAuditLogTest {

    private static final AuditEvent APPROVAL =
            new AuditEvent("admin", "streamer.approve", "ana", "203.0.113.7", "done");
    private static final AuditEvent LOGIN =
            new AuditEvent("admin", "login", "", "203.0.113.7", "done");
    private static final AuditEvent FAILED_LOGIN =
            new AuditEvent("unknown", "login", "", "198.51.100.1", "refused");

    @TempDir private Path folder;
    private Database database;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("ratonet.db"));
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    private AuditLog log(int mostPerKind) {
        return new SqlAuditLog(database, InstantSource.fixed(TestAccounts.NOW), mostPerKind);
    }

    /// The writer works in order, so after any write all lines before it are there.
    private List<AuditEntry> page(AuditLog log, long before, int most) throws IOException {
        database.change(_ -> {});
        return log.page(before, most);
    }

    @Test
    void tellsWhoDidWhatAndWhen() throws IOException {
        var log = log(100);

        log.record(APPROVAL);

        assertThat(page(log, Long.MAX_VALUE, 10))
                .containsExactly(
                        new AuditEntry(
                                1,
                                TestAccounts.NOW,
                                "admin",
                                "streamer.approve",
                                "ana",
                                "203.0.113.7",
                                "done"));
    }

    @Test
    void pagesFromTheNewestBackwards() throws IOException {
        var log = log(100);
        for (var count = 0; count < 5; count++) {
            log.record(APPROVAL);
        }

        var first = page(log, Long.MAX_VALUE, 2);
        var second = page(log, first.getLast().id(), 2);
        var third = page(log, second.getLast().id(), 2);
        var fourth = page(log, third.getLast().id(), 2);

        assertThat(first).extracting(AuditEntry::id).containsExactly(5L, 4L);
        assertThat(second).extracting(AuditEntry::id).containsExactly(3L, 2L);
        assertThat(third).extracting(AuditEntry::id).containsExactly(1L);
        assertThat(fourth).isEmpty();
    }

    @Test
    void boundsAPageWhateverIsAskedFor() throws IOException {
        var log = log(10_000);
        for (var count = 0; count < SqlAuditLog.MOST_PER_PAGE + 10; count++) {
            log.record(APPROVAL);
        }

        assertThat(page(log, Long.MAX_VALUE, Integer.MAX_VALUE)).hasSize(SqlAuditLog.MOST_PER_PAGE);
        assertThat(page(log, Long.MAX_VALUE, -1)).hasSize(1);
    }

    @Test
    void forgetsTheOldestFailedLoginsButNotWhatAnAdminDid() throws IOException {
        var log = log(10);
        log.record(APPROVAL);

        for (var count = 0; count < 10 * SqlAuditLog.TIDY_EACH; count++) {
            log.record(FAILED_LOGIN);
        }

        var kept = page(log, Long.MAX_VALUE, SqlAuditLog.MOST_PER_PAGE);
        assertThat(kept).hasSizeLessThanOrEqualTo(10 + SqlAuditLog.TIDY_EACH);
        assertThat(kept.getLast().action()).isEqualTo("streamer.approve");
        assertThat(kept.getFirst().id()).isEqualTo(1 + 10 * SqlAuditLog.TIDY_EACH);
    }

    @Test
    void keepsTheLoginThatSucceededAmongAllThatFailed() throws IOException {
        var log = log(10);
        log.record(LOGIN);

        for (var count = 0; count < 2 * SqlAuditLog.TIDY_EACH; count++) {
            log.record(FAILED_LOGIN);
        }

        assertThat(page(log, Long.MAX_VALUE, SqlAuditLog.MOST_PER_PAGE).getLast().outcome())
                .isEqualTo("done");
    }

    @Test
    void makesNoTroubleWhenTheDatabaseIsClosed() throws IOException {
        var log = log(10);
        database.close();

        log.record(APPROVAL);

        database = Database.open(folder.resolve("ratonet.db"));
        assertThat(log(10).page(Long.MAX_VALUE, 10)).isEmpty();
    }
}
