package net.ratonet.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.channel.Channel;
import net.ratonet.relay.channel.ChannelSettings;
import net.ratonet.relay.channel.PlayToken;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlChannelStoreTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00.123Z");

    @TempDir private Path folder;
    private RelayStore relay;
    private Accounts accounts;
    private StreamerId ana;

    @BeforeEach
    void registerAna() throws IOException {
        relay = TestStore.open(file());
        accounts = TestAccounts.open(relay.accounts());
        ana = TestAccounts.register(accounts, "ana").account().id();
    }

    @AfterEach
    void closeStore() throws IOException {
        relay.close();
    }

    @Test
    void remembersAcrossRestarts() throws IOException {
        var channel = channel("live_secret1", "a1", "b2");
        var saved = relay.channels().save(ana, channel);
        relay.close();
        relay = TestStore.open(file());

        assertThat(saved).isTrue();
        assertThat(relay.channels().load()).containsExactly(Map.entry(ana, channel));
    }

    @Test
    void keepsTheNewestOnly() throws IOException {
        relay.channels().save(ana, channel("live_secret1", "a1", "b2"));
        relay.channels().save(ana, channel("live_secret2", "b2", "c3"));

        assertThat(relay.channels().load())
                .containsExactly(Map.entry(ana, channel("live_secret2", "b2", "c3")));
    }

    @Test
    void leavesNoSecretReadableInAnyFile() throws IOException {
        relay.channels().save(ana, channel("live_secret1", "a1"));

        var whileOpen = TestStore.rawBytes(folder);
        relay.close();
        var afterwards = TestStore.rawBytes(folder);

        assertThat(whileOpen).contains("bonded_latency_ms");
        assertThat(whileOpen + afterwards)
                .doesNotContain("live_secret1", "play_secret", "correct-horse");
    }

    @Test
    void refusesAKeyThatWasMovedToAnotherRow() throws Exception {
        var bia = TestAccounts.register(accounts, "bia").account().id();
        relay.channels().save(ana, channel("live_anas"));
        relay.channels().save(bia, channel("live_bias"));
        relay.close();

        TestStore.sql(
                file(),
                "UPDATE channels SET publish_key = (SELECT publish_key FROM channels WHERE"
                        + " streamer_id = '%s') WHERE streamer_id = '%s'".formatted(ana, bia));
        relay = TestStore.open(file());

        assertThatIOException()
                .isThrownBy(() -> relay.channels().load())
                .withMessageContaining("channels.publish_key of " + bia);
    }

    @Test
    void goesWithItsAccount() throws Exception {
        relay.channels().save(ana, channel("live_secret1", "a1"));

        accounts.remove(ana);
        var savedLater = relay.channels().save(ana, channel("live_secret1", "a1"));

        assertThat(savedLater).isFalse();
        assertThat(relay.channels().load()).isEmpty();
        assertThat(TestStore.strings(file(), "SELECT id FROM play_tokens")).isEmpty();
    }

    @Test
    void keepsAChannelEncryptedWhoseSettingsCannotBeRead() throws Exception {
        relay.channels().save(ana, channel("live_secret1"));
        relay.close();

        TestStore.sql(file(), "UPDATE channels SET settings = '{\"latency_ms\":\"soon\"}'");
        relay = TestStore.open(file());
        var loaded = relay.channels().load().get(ana);

        assertThat(loaded).isNotNull();
        assertThat(loaded.publishKey()).isEqualTo("live_secret1");
        assertThat(loaded.settings().passphrase()).contains("correct-horse");
    }

    private Path file() {
        return folder.resolve("ratonet.db");
    }

    private static Channel channel(String key, String... tokenIds) {
        var tokens = new ArrayList<PlayToken>();
        for (var id : List.of(tokenIds)) {
            tokens.add(new PlayToken(id, "OBS " + id, true, "play_secret" + id, NOW));
        }
        return new Channel(key, ChannelSettings.unreadable("correct-horse"), tokens);
    }
}
