package net.ratonet.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.account.Destination;
import net.ratonet.relay.account.RegisterResult.Registered;
import net.ratonet.relay.account.TestAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseBackupTest {

    @TempDir private Path folder;
    private Path target;
    private RelayStore store;
    private Registered ana;

    @BeforeEach
    void fillADatabase() throws IOException {
        target = folder.resolve("backup.db");
        store = TestStore.open(folder.resolve("ratonet.db"));
        var accounts = TestAccounts.open(store.accounts());
        ana = TestAccounts.register(accounts, "ana");
        accounts.replaceDestinations(
                ana.account().id(),
                List.of(new Destination("twitch", "rtmp://t/app/live_secret", true)));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void opensAsADatabaseWithAllItsSecrets() throws IOException {
        store.database().backup(target);

        try (var restored = TestStore.open(target)) {
            var accounts = TestAccounts.open(restored.accounts());
            assertThat(accounts.byApiKey(ana.apiKey())).contains(ana.account());
            assertThat(accounts.destinations(ana.account().id())).hasSize(1);
        }
    }

    @Test
    void worksWhileTheRelayGoesOnWriting() throws IOException {
        var ahead = store.database();
        for (var number = 0; number < 1_000; number++) {
            var name = "n" + number;
            ahead.changeLater(handle -> RelayValueTable.put(handle, name, "x".repeat(100)));
        }

        ahead.backup(target);
        ahead.change(handle -> RelayValueTable.put(handle, "after", "1"));

        assertThat(find(ahead, "after")).isPresent();
        try (var restored = TestStore.open(target)) {
            assertThat(find(restored.database(), "after")).isEmpty();
        }
    }

    private static Optional<String> find(Database database, String name) throws IOException {
        return database.read(handle -> RelayValueTable.find(handle, name));
    }

    @Test
    void worksWhileNoRelayRuns() throws IOException {
        store.close();

        DatabaseBackup.write(folder.resolve("ratonet.db"), target);

        TestStore.open(target).close();
        assertThat(target).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnerOnly() throws IOException {
        store.database().backup(target);

        for (var file : List.of(target, folder.resolve("backup.db.key"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void overwritesNothing() throws IOException {
        Files.writeString(target, "precious");

        assertThatThrownBy(() -> store.database().backup(target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("exists already");

        assertThat(target).hasContent("precious");
        assertThat(folder.resolve("backup.db.key")).doesNotExist();
    }

    @Test
    void overwritesNoKeyEither() throws IOException {
        Files.writeString(folder.resolve("backup.db.key"), "precious");

        assertThatThrownBy(() -> store.database().backup(target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("exists already");

        assertThat(target).doesNotExist();
        assertThat(folder.resolve("backup.db.key")).hasContent("precious");
    }

    @Test
    void leavesNothingBehindWhenItFails() throws IOException {
        var damaged = folder.resolve("damaged.db");
        Files.writeString(damaged, "no database".repeat(1_000));

        assertThatThrownBy(() -> DatabaseBackup.write(damaged, target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("backup"));
        }
    }

    @Test
    void saysWhenThereIsNothingToCopyOrNoFolderToCopyTo() {
        assertThatThrownBy(() -> DatabaseBackup.write(folder.resolve("none.db"), target))
                .hasMessageContaining("There is no database");
        assertThatThrownBy(() -> store.database().backup(folder.resolve("none/backup.db")))
                .hasMessageContaining("There is no folder");
    }
}
