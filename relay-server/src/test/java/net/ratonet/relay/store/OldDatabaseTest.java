package net.ratonet.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.Destination;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OldDatabaseTest {

    private static final StreamerId ANA = new StreamerId("7d4f9c1e-0b5a-4a7e-9f53-0123456789ab");

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void writeAnOldDatabase() throws SQLException {
        file = folder.resolve("ratonet.db");
        TestStore.sql(
                file,
                """
                CREATE TABLE streamers (
                    id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT UNIQUE NOT NULL,
                    api_key TEXT UNIQUE NOT NULL, pull_key TEXT UNIQUE, avatar_url TEXT DEFAULT '',
                    color TEXT DEFAULT '#ff6600', is_crown INTEGER DEFAULT 0,
                    socials TEXT DEFAULT '[]', config TEXT DEFAULT '{}',
                    approved INTEGER DEFAULT 0, created_at TEXT NOT NULL)
                """,
                """
                CREATE TABLE expeditions (
                    id TEXT PRIMARY KEY, streamer_id TEXT REFERENCES streamers(id), name TEXT)
                """,
                """
                INSERT INTO streamers VALUES ('7d4f9c1e-0b5a-4a7e-9f53-0123456789ab', 'Ana',
                    'ana@example.org', 'rn_old_api_key_of_ana', 'pk_old_pull_key_of_ana',
                    'https://a.example/b.png', '#00FF00', 1,
                    '["@ana",{"platform":"x","url":"https://x.com/ana"}]',
                    '{"stream_destinations":[{"platform":"twitch",
                        "rtmp_url":"rtmp://live.twitch.tv/app/live_secret","enabled":false}],
                      "livepix_token":"livepix-secret"}',
                    1, '2024-03-05T06:07:08.123456+00:00')
                """);
    }

    private void insert(String id, String email, String apiKey, String rest) throws SQLException {
        TestStore.sql(
                file,
                "INSERT INTO streamers VALUES ('%s', 'Bia', '%s', '%s', %s)"
                        .formatted(id, email, apiKey, rest));
    }

    private Accounts takeOver() throws IOException {
        try (var store = TestStore.open(file)) {
            return TestAccounts.open(store.accounts());
        }
    }

    @Test
    void letsAnOldStreamerInWithTheSameKeys() throws IOException {
        var accounts = takeOver();

        assertThat(accounts.byApiKey("rn_old_api_key_of_ana").map(Account::id)).contains(ANA);
        assertThat(accounts.overlayGrant("pk_old_pull_key_of_ana").orElseThrow().streamer())
                .isEqualTo(ANA);
    }

    @Test
    void keepsEveryColumn() throws IOException {
        var accounts = takeOver();

        assertThat(accounts.byId(ANA))
                .contains(
                        new Account(
                                ANA,
                                "Ana",
                                "ana@example.org",
                                "https://a.example/b.png",
                                "#00FF00",
                                true,
                                true,
                                List.of("@ana", "https://x.com/ana"),
                                Instant.parse("2024-03-05T06:07:08.123456Z")));
        assertThat(accounts.destinations(ANA))
                .containsExactly(
                        new Destination("twitch", "rtmp://live.twitch.tv/app/live_secret", false));
        assertThat(accounts.livepixToken(ANA)).isEqualTo("livepix-secret");
        assertThat(accounts.privacy(ANA)).isEqualTo(PrivacyRules.OPEN);
    }

    @Test
    void fillsInAMissingPullKey() throws Exception {
        insert("b1", "b@example.org", "rn_b", "NULL, '', '', 0, '', '', 0, '2024-01-01 10:00:00'");

        var accounts = takeOver();

        var bia = accounts.byApiKey("rn_b").orElseThrow();
        assertThat(accounts.pullKey(bia.id())).matches("pk_[A-Za-z0-9_-]{32}");
        assertThat(bia.createdAt()).isEqualTo(Instant.parse("2024-01-01T10:00:00Z"));
        assertThat(bia.approved()).isFalse();
    }

    @Test
    void letsInEverybodyWhoseRowMakesLittleSense() throws Exception {
        insert(
                "b1",
                "b@example.org",
                "rn_b",
                "'', 'javascript:1', 'red', NULL, 'x', '[1', NULL, 'yesterday'");

        var accounts = takeOver();

        var bia = accounts.byApiKey("rn_b").orElseThrow();
        assertThat(bia.avatarUrl()).isEmpty();
        assertThat(bia.color()).isEqualTo("#ff6600");
        assertThat(bia.socials()).isEmpty();
        assertThat(bia.createdAt()).isEqualTo(TestAccounts.NOW);
        assertThat(accounts.destinations(bia.id())).isEmpty();
    }

    @Test
    void letsInTwoWhoShareAnEMailWrittenDifferently() throws Exception {
        insert("b1", "ANA@example.org", "rn_b", "'pk_b', '', '', 0, '', '', 0, '2025-01-01'");

        var accounts = takeOver();

        assertThat(accounts.byApiKey("rn_b")).isPresent();
        assertThat(accounts.byApiKey("rn_old_api_key_of_ana")).isPresent();
        assertThat(accounts.register(TestAccounts.registration("Ana", "ana@example.org")))
                .isEqualTo(new RegisterResult.EmailTaken());
    }

    @Test
    void leavesNoPlainKeyInTheFile() throws Exception {
        TestStore.open(file).close();
        Files.delete(folder.resolve("ratonet.db.old"));

        assertThat(TestStore.rawBytes(folder))
                .contains("ana@example.org")
                .doesNotContain(
                        "rn_old_api_key_of_ana",
                        "pk_old_pull_key_of_ana",
                        "live_secret",
                        "livepix-secret");
    }

    @Test
    void keepsACopyOfTheOldFileAndTheUnusedTable() throws Exception {
        takeOver();

        assertThat(
                        TestStore.strings(
                                folder.resolve("ratonet.db.old"), "SELECT api_key FROM streamers"))
                .containsExactly("rn_old_api_key_of_ana");
        assertThat(
                        TestStore.strings(
                                file, "SELECT name FROM sqlite_master WHERE name = 'expeditions'"))
                .hasSize(1);
        assertThat(folder.resolve("ratonet.db.taking-over")).doesNotExist();
    }

    @Test
    void takesOverOnceOnly() throws IOException {
        takeOver();

        var accounts = takeOver();

        assertThat(accounts.byApiKey("rn_old_api_key_of_ana")).isPresent();
        assertThat(folder.resolve("ratonet.db.old-2")).doesNotExist();
    }

    @Test
    void beginsAgainAfterACrashInBetween() throws Exception {
        TestStore.sql(folder.resolve("ratonet.db.old"), "CREATE TABLE earlier (attempt TEXT)");
        TestStore.sql(folder.resolve("ratonet.db.taking-over"), "CREATE TABLE half (done TEXT)");

        var accounts = takeOver();

        assertThat(accounts.byApiKey("rn_old_api_key_of_ana")).isPresent();
        assertThat(folder.resolve("ratonet.db.old-2")).exists();
    }

    @Test
    void findsWhatLiesInTheOldWriteAheadLogOnly() throws Exception {
        TestStore.sql(file, "PRAGMA journal_mode = WAL");
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var running = other.createStatement()) {
            running.executeUpdate(
                    "INSERT INTO streamers VALUES ('b1', 'Bia', 'b@example.org', 'rn_b', 'pk_b',"
                            + " '', '', 0, '', '', 0, '2025-01-01T00:00:00')");
        }

        assertThat(takeOver().byApiKey("rn_b")).isPresent();
    }

    @Test
    void refusesWhileTheOldProgramStillWrites() throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var running = other.createStatement()) {
            running.execute("BEGIN IMMEDIATE");

            assertThatThrownBy(this::takeOver)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("held by another program");
        }

        assertThat(TestStore.strings(file, "SELECT api_key FROM streamers")).hasSize(1);
    }
}
