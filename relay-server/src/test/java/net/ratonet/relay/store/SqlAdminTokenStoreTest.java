package net.ratonet.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.admin.AdminToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlAdminTokenStoreTest {

    @TempDir private Path folder;

    @Test
    void knowsTheTokenAgainAfterARestartWithoutKeepingIt() throws IOException {
        var file = folder.resolve("ratonet.db");
        var keys = TestAccounts.seededKeys();
        String plain;
        try (var store = TestStore.open(file)) {
            var opened = AdminToken.open("", store.adminToken(), keys);
            opened.token().keep(store.adminToken());
            plain = opened.shownOnce().orElseThrow();
        }

        try (var store = TestStore.open(file)) {
            var opened = AdminToken.open("", store.adminToken(), keys);

            assertThat(opened.shownOnce()).isEmpty();
            assertThat(opened.token().matches(plain)).isTrue();
        }
        assertThat(TestStore.rawBytes(folder)).doesNotContain(plain);
    }
}
