package net.ratonet.relay.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.FakeAccountStore;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.config.ObsConfig;
import net.ratonet.relay.scene.ObsSettings;
import net.ratonet.relay.scene.OwnObs;
import net.ratonet.relay.scene.SceneRules;
import net.ratonet.relay.scene.obs.ObsReach;
import net.ratonet.relay.scene.obs.ObsTarget;
import net.ratonet.relay.scene.settings.FakeObsSettingsStore;
import net.ratonet.relay.scene.settings.ObsBook;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ObsChoiceTest {

    private static final ObsSettings OWN =
            new ObsSettings("own.example", 4455, "segredo", SceneRules.DEFAULT);

    private Accounts accounts;
    private ObsBook book;
    private ObsChoice choice;
    private StreamerId ana;

    @BeforeEach
    void registerAna() throws IOException {
        accounts = TestAccounts.open(new FakeAccountStore());
        book = ObsBook.open(new FakeObsSettingsStore());
        choice = new ObsChoice(accounts, book, config(false));
        ana = TestAccounts.register(accounts, "ana").account().id();
        accounts.approve(ana);
    }

    @Test
    void takesTheOperatorsForTheOnlyStreamer() {
        var target = choice.of(ana).orElseThrow();

        assertThat(target.settings().address()).isEqualTo("localhost:4455");
        assertThat(target.reach()).isEqualTo(ObsReach.ANYWHERE);
    }

    @Test
    void takesTheStreamersOwnFirst() throws IOException {
        book.put(ana, new OwnObs(true, OWN));

        assertThat(choice.of(ana)).contains(new ObsTarget(OWN, ObsReach.PUBLIC_ONLY));
    }

    @Test
    void goesIntoItsOwnNetworksOnlyIfTheOperatorAllowsIt() throws IOException {
        book.put(ana, new OwnObs(true, OWN));

        var target = new ObsChoice(accounts, book, config(true)).of(ana);

        assertThat(target).contains(new ObsTarget(OWN, ObsReach.PUBLIC_AND_PRIVATE));
    }

    @Test
    void touchesNoObsWhenTheStreamersOwnIsOff() throws IOException {
        book.put(ana, new OwnObs(false, OWN));

        assertThat(choice.of(ana)).isEmpty();
    }

    @Test
    void givesTheOperatorsToNoneOfSeveral() throws IOException {
        accounts.approve(TestAccounts.register(accounts, "bia").account().id());

        assertThat(choice.of(ana)).isEmpty();
    }

    /// Anybody can register; only the operator decides for whom the relay connects to somewhere.
    @Test
    void connectsForNobodyWhoIsNotApproved() throws IOException {
        var bia = TestAccounts.register(accounts, "bia").account().id();
        book.put(bia, new OwnObs(true, OWN));

        assertThat(choice.of(bia)).isEmpty();
        assertThat(choice.of(new StreamerId("nobody"))).isEmpty();
    }

    private static ObsConfig config(boolean privateHosts) {
        return new ObsConfig(
                "localhost",
                4455,
                "",
                "LIVE",
                "BRB",
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                privateHosts);
    }
}
