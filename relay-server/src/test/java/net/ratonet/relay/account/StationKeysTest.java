package net.ratonet.relay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.FakeClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StationKeysTest {

    private final FakeAccountStore store = new FakeAccountStore();
    private final FakeClock clock = new FakeClock(TestAccounts.NOW);
    private Accounts accounts;
    private StationKeys stations;
    private RegisterResult.Registered ana;
    private StreamerId id;

    @BeforeEach
    void open() throws IOException {
        accounts = Accounts.open(store, TestAccounts.seededKeys(), clock, true);
        stations = accounts.stations();
        ana = TestAccounts.register(accounts, "ana");
        id = ana.account().id();
    }

    @Test
    void openTheAccountBesideItsOwnKey() throws IOException {
        var van = stations.create(id, "van").orElseThrow();

        assertThat(accounts.byApiKey(van.key())).contains(ana.account());
        assertThat(accounts.byApiKey(ana.apiKey())).contains(ana.account());
        assertThat(stations.find(van.key())).contains(van.kept());
        assertThat(stations.find(ana.apiKey())).isEmpty();
        assertThat(stations.find("rn_other")).isEmpty();
    }

    @Test
    void areNotTheAccountsOwnKey() throws IOException {
        var van = stations.create(id, "van").orElseThrow();

        assertThat(accounts.byOwnKey(van.key())).isEmpty();
        assertThat(accounts.byOwnKey(ana.apiKey())).contains(ana.account());
    }

    @Test
    void stayWhenTheAccountsKeyIsReplaced() throws IOException {
        var van = stations.create(id, "van").orElseThrow();

        accounts.rotateApiKey(id);

        assertThat(accounts.byApiKey(van.key())).isPresent();
        assertThat(accounts.byApiKey(ana.apiKey())).isEmpty();
    }

    @Test
    void areRevokedOneByOne() throws IOException {
        var van = stations.create(id, "van").orElseThrow();
        var boat = stations.create(id, "boat").orElseThrow();

        assertThat(stations.revoke(id, van.kept().id())).isTrue();

        assertThat(accounts.byApiKey(van.key())).isEmpty();
        assertThat(accounts.byApiKey(boat.key())).contains(ana.account());
        assertThat(stations.of(id)).containsExactly(boat.kept());
        assertThat(stations.revoke(id, van.kept().id())).isFalse();
    }

    @Test
    void areNobodyElsesToRevoke() throws IOException {
        var van = stations.create(id, "van").orElseThrow();
        var bia = TestAccounts.register(accounts, "bia").account().id();

        assertThat(stations.revoke(bia, van.kept().id())).isFalse();

        assertThat(accounts.byApiKey(van.key())).isPresent();
    }

    @Test
    void getANumberWhereTheyHaveNoName() throws IOException {
        stations.create(id, "Station 1");

        assertThat(stations.create(id, "").orElseThrow().kept().name()).isEqualTo("Station 2");
    }

    @Test
    void areLimitedInNumber() throws IOException {
        for (var index = 0; index < StationKeys.MOST; index++) {
            assertThat(stations.create(id, "")).isPresent();
        }

        assertThat(stations.hasRoom(id)).isFalse();
        assertThat(stations.create(id, "one more")).isEmpty();
        assertThat(stations.of(id)).hasSize(StationKeys.MOST);
    }

    @Test
    void rememberToTheMinuteWhenTheirStationWasThere() throws IOException {
        var van = stations.create(id, "van").orElseThrow().kept().id();
        assertThat(lastSeen()).isEmpty();

        stations.seen(id, van);
        clock.advance(Duration.ofSeconds(59));
        stations.seen(id, van);
        assertThat(lastSeen()).contains(TestAccounts.NOW);

        clock.advance(Duration.ofSeconds(1));
        stations.seen(id, van);
        assertThat(lastSeen()).contains(TestAccounts.NOW.plusSeconds(60));
    }

    @Test
    void outliveTheProgram() throws IOException {
        var van = stations.create(id, "van").orElseThrow();

        var reopened = Accounts.open(store, TestAccounts.seededKeys(), clock, true);

        assertThat(reopened.byApiKey(van.key())).contains(ana.account());
        assertThat(reopened.stations().of(id)).containsExactly(van.kept());
    }

    @Test
    void areNotMadeWhenTheyCannotBeKept() {
        store.full(true);

        assertThatThrownBy(() -> stations.create(id, "van"))
                .isInstanceOf(StorageFullException.class);
        assertThat(stations.of(id)).isEmpty();
    }

    @Test
    void goWithTheirAccount() throws IOException {
        var van = stations.create(id, "van").orElseThrow();

        accounts.remove(id);

        assertThat(accounts.byApiKey(van.key())).isEmpty();
        assertThat(stations.find(van.key())).isEmpty();
        assertThat(stations.of(id)).isEmpty();
    }

    private Optional<Instant> lastSeen() {
        return stations.of(id).getFirst().lastSeen();
    }
}
