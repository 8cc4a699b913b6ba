package net.ratonet.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class KeyFileTest {

    @TempDir private Path folder;
    private Path file;
    private Path key;

    @BeforeEach
    void startOnce() throws IOException {
        file = folder.resolve("ratonet.db");
        key = folder.resolve("ratonet.db.key");
        TestStore.open(file).close();
    }

    @Test
    void liesBesideTheDatabaseAndStaysTheSame() throws IOException {
        var first = Files.readString(key);

        TestStore.open(file).close();

        assertThat(Files.readString(key)).isEqualTo(first).hasSize(45);
        assertThat(folder.resolve("ratonet.db.key.part")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void isMissedWhenItIsGone() throws IOException {
        Files.delete(key);

        assertThatThrownBy(() -> TestStore.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The key file " + key + " is missing");
        assertThat(key).doesNotExist();
    }

    @Test
    void isRefusedWhenItBelongsToAnotherDatabase() throws IOException {
        TestStore.open(folder.resolve("other.db")).close();
        Files.copy(folder.resolve("other.db.key"), key, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> TestStore.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is the key of another database");
    }

    @Test
    void isRefusedWhenItIsDamaged() throws IOException {
        for (var damaged : new String[] {"", "AAAA", "this is no key"}) {
            Files.writeString(key, damaged);

            assertThatThrownBy(() -> TestStore.open(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("holds no key");
        }
    }

    @Test
    void freesTheDatabaseWhenItIsRefused() throws IOException {
        var good = Files.readString(key);
        Files.writeString(key, "AAAA");
        assertThatThrownBy(() -> TestStore.open(file)).isInstanceOf(IOException.class);
        Files.writeString(key, good);

        TestStore.open(file).close();

        assertThat(file).exists();
    }
}
