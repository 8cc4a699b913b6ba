package net.ratonet.relay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SecretsInTextTest {

    @Test
    void noValuePrintsASecretOrAnEMail() throws IOException {
        var store = new FakeAccountStore();
        var accounts = TestAccounts.open(store);
        var registered = TestAccounts.register(accounts, "ana");
        var id = registered.account().id();
        accounts.setLivepixToken(id, "livepix-secret");
        accounts.replaceDestinations(
                id, List.of(new Destination("twitch", "rtmp://t/app/live_secret", true)));
        var token = accounts.createOverlayToken(id, "car", Set.of(OverlayScope.MAP)).orElseThrow();

        var station = accounts.stations().create(id, "van").orElseThrow();

        var texts =
                List.of(
                                registered,
                                registered.account(),
                                TestAccounts.registration("ana", "ana@example.org"),
                                EmailKey.of("ana@example.org"),
                                KeyHash.of(registered.apiKey()),
                                token,
                                station,
                                store.load())
                        .toString();

        assertThat(texts)
                .doesNotContain(
                        registered.apiKey(),
                        registered.pullKey(),
                        token.token(),
                        station.key(),
                        station.kept().key().hex(),
                        KeyHash.of(registered.apiKey()).hex(),
                        "livepix-secret",
                        "live_secret",
                        "ana@example.org");
    }
}
