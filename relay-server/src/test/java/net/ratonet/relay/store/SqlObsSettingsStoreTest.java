package net.ratonet.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.scene.ObsSettings;
import net.ratonet.relay.scene.OwnObs;
import net.ratonet.relay.scene.SceneNames;
import net.ratonet.relay.scene.SceneRules;
import net.ratonet.relay.scene.SceneTiming;
import net.ratonet.relay.scene.Trigger;
import net.ratonet.relay.scene.Triggers;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlObsSettingsStoreTest {

    private static final SceneRules RULES =
            SceneRules.of(SceneNames.of("Rua", "Volto já"), SceneTiming.DEFAULT)
                    .with(
                            new Triggers(
                                    Optional.of(Trigger.below(450)),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()));

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
        var saved = relay.obsSettings().save(ana, own("hunter2"));
        reopen();

        assertThat(saved).isTrue();
        assertThat(relay.obsSettings().load()).containsExactly(Map.entry(ana, own("hunter2")));
    }

    @Test
    void keepsTheNewestOnly() throws IOException {
        relay.obsSettings().save(ana, own("hunter2"));
        relay.obsSettings().save(ana, own(""));

        assertThat(relay.obsSettings().load()).containsOnly(Map.entry(ana, own("")));
    }

    @Test
    void leavesNoPasswordReadableInAnyFile() throws IOException {
        relay.obsSettings().save(ana, own("hunter2-first"));
        relay.obsSettings().save(ana, own("hunter2-second"));

        var whileOpen = TestStore.rawBytes(folder);
        relay.close();
        var afterwards = TestStore.rawBytes(folder);

        assertThat(whileOpen).contains("obs.example");
        assertThat(whileOpen + afterwards).doesNotContain("hunter2");
    }

    @Test
    void refusesAPasswordThatWasMovedToAnotherRow() throws Exception {
        var bia = TestAccounts.register(accounts, "bia").account().id();
        relay.obsSettings().save(ana, own("hunter2"));
        relay.obsSettings().save(bia, own("other"));
        relay.close();

        TestStore.sql(
                file(),
                "UPDATE obs_settings SET password = (SELECT password FROM obs_settings WHERE"
                        + " streamer_id = '%s') WHERE streamer_id = '%s'".formatted(ana, bia));
        relay = TestStore.open(file());

        assertThatIOException()
                .isThrownBy(() -> relay.obsSettings().load())
                .withMessageContaining("obs_settings.password of " + bia);
    }

    @Test
    void goesWithItsAccount() throws IOException {
        relay.obsSettings().save(ana, own("hunter2"));

        accounts.remove(ana);
        var savedLater = relay.obsSettings().save(ana, own("hunter2"));

        assertThat(savedLater).isFalse();
        assertThat(relay.obsSettings().load()).isEmpty();
    }

    @Test
    void deletes() throws IOException {
        relay.obsSettings().save(ana, own("hunter2"));

        relay.obsSettings().delete(ana);

        assertThat(relay.obsSettings().load()).isEmpty();
    }

    @Test
    void switchesAnObsOffWhoseRulesCannotBeRead() throws Exception {
        relay.obsSettings().save(ana, own("hunter2"));
        relay.close();

        TestStore.sql(file(), "UPDATE obs_settings SET rules = '{\"timing\":7}'");
        relay = TestStore.open(file());
        var loaded = relay.obsSettings().load().get(ana);

        assertThat(loaded).isNotNull();
        assertThat(loaded.enabled()).isFalse();
        assertThat(loaded.settings().password()).isEqualTo("hunter2");
    }

    private void reopen() throws IOException {
        relay.close();
        relay = TestStore.open(file());
    }

    private Path file() {
        return folder.resolve("ratonet.db");
    }

    private static OwnObs own(String password) {
        return new OwnObs(true, new ObsSettings("obs.example", 4444, password, RULES));
    }
}
