package net.ratonet.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import net.ratonet.relay.account.AccountStore;
import net.ratonet.relay.account.AccountStoreContract;
import net.ratonet.relay.account.Destination;
import net.ratonet.relay.account.OverlayScope;
import net.ratonet.relay.account.TestAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlAccountStoreTest extends AccountStoreContract {

    @TempDir private Path folder;
    private RelayStore relay;

    @BeforeEach
    void openStore() throws IOException {
        relay = TestStore.open(folder.resolve("ratonet.db"));
    }

    @AfterEach
    void closeStore() throws IOException {
        relay.close();
    }

    @Override
    protected AccountStore store() {
        return relay.accounts();
    }

    @Test
    void leavesNoSecretReadableInAnyFile() throws IOException {
        var accounts = TestAccounts.open(store());
        var ana = TestAccounts.register(accounts, "ana");
        var id = ana.account().id();
        accounts.replaceDestinations(
                id, List.of(new Destination("twitch", "rtmp://t/app/live_secret", true)));
        accounts.setLivepixToken(id, "livepix-secret");
        var token = accounts.createOverlayToken(id, "car", Set.of(OverlayScope.MAP)).orElseThrow();
        var oldPullKey = ana.pullKey();
        var pullKey = accounts.rotatePullKey(id);

        var whileOpen = TestStore.rawBytes(folder);
        relay.close();
        var afterwards = TestStore.rawBytes(folder);

        assertThat(whileOpen).contains("ana@example.org");
        assertThat(whileOpen + afterwards)
                .doesNotContain(
                        ana.apiKey(),
                        oldPullKey,
                        pullKey,
                        token.token(),
                        "live_secret",
                        "livepix-secret");
    }

    /// Defect X-13: a database connection per request.
    @Test
    void answersRequestsFromMemoryWithoutTouchingTheDatabase() throws IOException {
        var accounts = TestAccounts.open(store());
        var ana = TestAccounts.register(accounts, "ana");
        relay.close();

        assertThat(accounts.byApiKey(ana.apiKey())).contains(ana.account());
        assertThat(accounts.overlayGrant(ana.pullKey())).isPresent();
        assertThat(accounts.all()).containsExactly(ana.account());
        assertThat(accounts.privacy(ana.account().id()).sharing()).isTrue();
    }

    @Test
    void refusesASecretThatWasMovedToAnotherRow() throws Exception {
        var accounts = TestAccounts.open(store());
        TestAccounts.register(accounts, "ana");
        var bia = TestAccounts.register(accounts, "bia");
        relay.close();

        TestStore.sql(
                folder.resolve("ratonet.db"),
                "UPDATE streamers SET pull_key = (SELECT pull_key FROM streamers WHERE name ="
                        + " 'ana') WHERE name = 'bia'");
        openStore();

        assertThatThrownBy(() -> store().load())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("streamers.pull_key of " + bia.account().id());
    }

    @Test
    void sharesNothingOfAStreamerWhosePrivacyRulesCannotBeRead() {
        var unreadable = StreamerConfig.read("{\"privacy\":{\"delay_s\":\"soon\"}}");
        var none = StreamerConfig.read("{}");
        var broken = StreamerConfig.read("{");

        assertThat(unreadable.privacy().sharing()).isFalse();
        assertThat(broken.privacy().sharing()).isFalse();
        assertThat(none.privacy().sharing()).isTrue();
    }
}
