package net.ratonet.relay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.ratonet.relay.privacy.Precision;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.relay.privacy.Zone;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.Test;

/// What every store of accounts does; the tests of each one extend this.
public abstract class AccountStoreContract {

    private final KeyMaker keys = TestAccounts.seededKeys();
    private int stations;

    protected abstract AccountStore store();

    @Test
    protected void startsEmpty() throws IOException {
        assertThat(store().load()).isEmpty();
    }

    @Test
    protected void givesBackAllThatItWasGiven() throws IOException {
        var account = full("ana@example.org");

        var isNew = store().insert(account);

        assertThat(isNew).isTrue();
        assertThat(store().load()).containsExactly(account);
    }

    @Test
    protected void refusesASecondAccountWithTheEMail() throws IOException {
        var first = full("ana@example.org");
        store().insert(first);

        var isNew = store().insert(full(" ANA@example.org"));

        assertThat(isNew).isFalse();
        assertThat(store().load()).containsExactly(first);
    }

    @Test
    protected void replacesEverythingThatMayChange() throws IOException {
        var before = full("ana@example.org");
        store().insert(before);
        var account = before.account().withCrown(true).withApproval();
        var after =
                KeptAccount.fresh(account, KeyHash.of("rn_other"), "pk_other")
                        .withLivepixToken("other")
                        .withOverlayToken(token("other"))
                        .withStationKeys(
                                List.of(
                                        before.stationKeys().getLast().seen(TestAccounts.NOW),
                                        station("third")));

        store().update(after);

        assertThat(store().load()).containsExactly(after);
    }

    @Test
    protected void updatesOneAccountOnly() throws IOException {
        var ana = full("ana@example.org");
        var bia = full("bia@example.org");
        store().insert(ana);
        store().insert(bia);

        store().update(ana.withoutOverlayToken(ana.overlayTokens().getFirst().id()));

        assertThat(store().load()).contains(bia).doesNotContain(ana);
    }

    @Test
    protected void deletesAnAccountAndFreesTheEMail() throws IOException {
        var ana = full("ana@example.org");
        store().insert(ana);

        store().delete(ana.id());
        store().delete(new StreamerId("nobody"));

        assertThat(store().load()).isEmpty();
        assertThat(store().insert(full("ana@example.org"))).isTrue();
    }

    /// An account with something in every field.
    private KeptAccount full(String email) {
        var account =
                new Account(
                        keys.streamerId(),
                        "Ana Ñandú 🏍️",
                        email,
                        "https://a.example/b.png",
                        "#00ff00",
                        false,
                        false,
                        List.of("@ana", "https://x.com/ana"),
                        TestAccounts.NOW);
        var privacy =
                new PrivacyRules(
                        Duration.ofSeconds(30),
                        List.of(new Zone.Circle("home", -23.5, -46.6, 300)),
                        Precision.STREET,
                        true);
        return KeptAccount.fresh(account, KeyHash.of(keys.apiKey()), keys.pullKey())
                .withDestinations(
                        List.of(new Destination("twitch", "rtmp://t/app/live_secret", true)))
                .withLivepixToken("livepix-secret")
                .withPrivacy(privacy)
                .withOverlayToken(token("first"))
                .withOverlayToken(token("second"))
                .withStationKeys(List.of(station("van").seen(TestAccounts.NOW), station("boat")));
    }

    private StationKey station(String name) {
        return new StationKey(
                keys.shortId(),
                name,
                KeyHash.of(keys.apiKey()),
                TestAccounts.NOW.plusSeconds(stations++),
                Optional.empty());
    }

    private OverlayToken token(String label) {
        return new OverlayToken(
                keys.shortId(),
                label,
                Set.of(OverlayScope.MAP, OverlayScope.SPEED),
                keys.overlayToken(),
                TestAccounts.NOW.plusSeconds(label.length()));
    }
}
