package net.ratonet.relay.account;

import static net.ratonet.relay.account.TestAccounts.register;
import static net.ratonet.relay.account.TestAccounts.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.ratonet.relay.account.RegisterResult.EmailTaken;
import net.ratonet.relay.account.RegisterResult.Registered;
import net.ratonet.relay.privacy.Precision;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AccountsTest {

    private final FakeAccountStore store = new FakeAccountStore();
    private Accounts accounts;
    private Registered ana;

    @BeforeEach
    void registerAna() throws IOException {
        accounts = TestAccounts.open(store);
        ana = register(accounts, "ana");
    }

    private StreamerId anaId() {
        return ana.account().id();
    }

    @Test
    void handsOutKeysOfTheOldShape() {
        assertThat(anaId().value())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(ana.apiKey()).matches("rn_[A-Za-z0-9_-]{43}");
        assertThat(ana.pullKey()).matches("pk_[A-Za-z0-9_-]{32}");
    }

    @Test
    void findsTheStreamerByApiKey() {
        assertThat(accounts.byApiKey(ana.apiKey())).contains(ana.account());
        assertThat(accounts.byApiKey("rn_other")).isEmpty();
        assertThat(accounts.byApiKey("")).isEmpty();
    }

    @Test
    void neverTakesAPullKeyForAnApiKey() {
        assertThat(accounts.byApiKey(ana.pullKey())).isEmpty();
        assertThat(accounts.overlayGrant(ana.apiKey())).isEmpty();
    }

    @Test
    void waitsForTheAdminUnlessToldToApproveByItself() throws IOException {
        var open =
                Accounts.open(
                        new FakeAccountStore(),
                        TestAccounts.seededKeys(),
                        InstantSource.fixed(TestAccounts.NOW),
                        true);

        var welcome = register(open, "bia");

        assertThat(welcome.account().approved()).isTrue();
        assertThat(ana.account().approved()).isFalse();
    }

    @Test
    void comparesEMailsWithoutCaseAndSpaces() throws IOException {
        var again = accounts.register(registration("Ana 2", "  ANA@Example.ORG "));

        assertThat(again).isEqualTo(new EmailTaken());
        assertThat(accounts.all()).containsExactly(ana.account());
    }

    @Test
    void makesOneAccountOutOfManyRegistrationsAtOnce() throws Exception {
        Callable<RegisterResult> attempt =
                () -> accounts.register(registration("Bia", "bia@example.org"));
        var results = new ArrayList<RegisterResult>();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 50).mapToObj(_ -> attempt).toList();
            for (var future : executor.invokeAll(attempts)) {
                results.add(future.get());
            }
        }

        assertThat(results).filteredOn(Registered.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(EmailTaken.class::isInstance).hasSize(49);
        assertThat(accounts.all()).hasSize(2);
    }

    @Test
    void freesTheEMailWhenWritingFails() throws IOException {
        store.full(true);
        assertThatThrownBy(() -> register(accounts, "bia"))
                .isInstanceOf(StorageFullException.class);
        store.full(false);

        var bia = register(accounts, "bia");

        assertThat(accounts.all()).contains(bia.account());
    }

    @Test
    void changesNothingWhenWritingFails() {
        store.full(true);

        assertThatThrownBy(() -> accounts.rotateApiKey(anaId()))
                .isInstanceOf(StorageFullException.class);

        assertThat(accounts.byApiKey(ana.apiKey())).contains(ana.account());
    }

    @Test
    void changesOnlyTheFieldsThatWereGiven() throws IOException {
        var links = List.of("@ana");
        var change =
                new ProfileChange(
                        Optional.of("Aninha"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(links));

        var fields = accounts.changeProfile(anaId(), change);

        var now = accounts.byId(anaId()).orElseThrow();
        assertThat(fields).containsExactly("name", "socials");
        assertThat(now.name()).isEqualTo("Aninha");
        assertThat(now.socials()).isEqualTo(links);
        assertThat(now.color()).isEqualTo("#ff6600");
        assertThat(now.email()).isEqualTo("ana@example.org");
    }

    @Test
    void forgetsTheOldApiKeyWhenItIsRotated() throws IOException {
        var fresh = accounts.rotateApiKey(anaId());

        assertThat(accounts.byApiKey(ana.apiKey())).isEmpty();
        assertThat(accounts.byApiKey(fresh)).contains(ana.account());
    }

    @Test
    void forgetsTheOldPullKeyWhenItIsRotated() throws IOException {
        var fresh = accounts.rotatePullKey(anaId());

        assertThat(accounts.overlayGrant(ana.pullKey())).isEmpty();
        assertThat(accounts.overlayGrant(fresh)).contains(OverlayGrant.ofPullKey(anaId()));
        assertThat(accounts.pullKey(anaId())).isEqualTo(fresh);
    }

    @Test
    void replacesTheWholeListOfDestinations() throws IOException {
        accounts.replaceDestinations(
                anaId(), List.of(new Destination("twitch", "rtmp://t/app/one", true)));
        var second = List.of(new Destination("kick", "rtmps://k/app/two", false));

        accounts.replaceDestinations(anaId(), second);

        assertThat(accounts.destinations(anaId())).isEqualTo(second);
    }

    @Test
    void sharesEverythingUntilTheStreamerMakesRules() throws IOException {
        assertThat(accounts.privacy(anaId())).isEqualTo(PrivacyRules.OPEN);
        var hidden = new PrivacyRules(Duration.ZERO, List.of(), Precision.CITY, false);

        accounts.setPrivacy(anaId(), hidden);

        assertThat(accounts.privacy(anaId())).isEqualTo(hidden);
        assertThat(TestAccounts.open(store).privacy(anaId())).isEqualTo(hidden);
    }

    @Test
    void approvesOnce() throws IOException {
        assertThat(accounts.approve(anaId())).isTrue();
        assertThat(accounts.approve(anaId())).isFalse();
        assertThat(accounts.byId(anaId()).orElseThrow().approved()).isTrue();
    }

    @Test
    void givesAndTakesTheCrown() throws IOException {
        assertThat(accounts.toggleCrown(anaId())).isTrue();
        assertThat(accounts.byId(anaId()).orElseThrow().crown()).isTrue();
        assertThat(accounts.toggleCrown(anaId())).isFalse();
    }

    @Test
    void forgetsARemovedStreamerWhollyAndSaysSo() throws IOException {
        var removed = new ArrayList<StreamerId>();
        var token = overlayToken(OverlayScope.MAP);
        accounts.onRemoved(removed::add);

        var done = accounts.remove(anaId());

        assertThat(done).isTrue();
        assertThat(removed).containsExactly(anaId());
        assertThat(accounts.all()).isEmpty();
        assertThat(accounts.byApiKey(ana.apiKey())).isEmpty();
        assertThat(accounts.overlayGrant(ana.pullKey())).isEmpty();
        assertThat(accounts.overlayGrant(token.token())).isEmpty();
        assertThat(accounts.remove(anaId())).isFalse();
        assertThat(accounts.register(registration("Ana", "ana@example.org")))
                .isInstanceOf(Registered.class);
    }

    @Test
    void tellsNobodyOfARemovalWhoNoLongerListens() throws IOException {
        var removed = new ArrayList<StreamerId>();
        accounts.onRemoved(removed::add).close();

        accounts.remove(anaId());

        assertThat(removed).isEmpty();
    }

    @Test
    void namesTheStreamerThatDoesNotExist() {
        var nobody = new StreamerId("nobody");

        assertThatThrownBy(() -> accounts.pullKey(nobody))
                .isInstanceOf(UnknownAccountException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> accounts.approve(nobody))
                .isInstanceOf(UnknownAccountException.class);
    }

    @Test
    void grantsAnOverlayTokenItsScopesAndNoMore() throws IOException {
        var token = overlayToken(OverlayScope.SPEED);

        var grant = accounts.overlayGrant(token.token()).orElseThrow();

        assertThat(grant.streamer()).isEqualTo(anaId());
        assertThat(grant.scopes()).containsExactly(OverlayScope.SPEED);
        assertThat(grant.pullKey()).isFalse();
    }

    @Test
    void grantsTheOldPullKeyEveryScope() {
        var grant = accounts.overlayGrant(ana.pullKey()).orElseThrow();

        assertThat(grant.pullKey()).isTrue();
        assertThat(grant.scopes()).containsExactlyInAnyOrder(OverlayScope.values());
    }

    @Test
    void revokesOneTokenAndLeavesTheOthers() throws IOException {
        var speed = overlayToken(OverlayScope.SPEED);
        var map = overlayToken(OverlayScope.MAP);

        var revoked = accounts.revokeOverlayToken(anaId(), speed.id());

        assertThat(revoked).isTrue();
        assertThat(accounts.overlayGrant(speed.token())).isEmpty();
        assertThat(accounts.overlayGrant(map.token())).isPresent();
        assertThat(accounts.overlayGrant(ana.pullKey())).isPresent();
        assertThat(accounts.overlayTokens(anaId())).containsExactly(map);
        assertThat(accounts.revokeOverlayToken(anaId(), speed.id())).isFalse();
    }

    @Test
    void makesNoMoreTokensThanAllowed() throws IOException {
        for (var count = 0; count < Accounts.MOST_OVERLAY_TOKENS; count++) {
            overlayToken(OverlayScope.MAP);
        }

        var oneTooMany = accounts.createOverlayToken(anaId(), "more", Set.of());

        assertThat(oneTooMany).isEmpty();
        assertThat(accounts.overlayTokens(anaId())).hasSize(Accounts.MOST_OVERLAY_TOKENS);
    }

    @Test
    void listsTheOldestFirst() throws IOException {
        var later =
                Accounts.open(
                        store,
                        new KeyMaker(new Random(8)),
                        InstantSource.fixed(TestAccounts.NOW.plus(Duration.ofDays(1))),
                        false);

        var bia = register(later, "bia");

        assertThat(later.all()).containsExactly(ana.account(), bia.account());
    }

    /// Defect X-13: each status request went through all streamers.
    @Test
    void sortsTheListAgainOnlyAfterAChange() throws IOException {
        var first = accounts.all();
        var second = accounts.all();
        accounts.toggleCrown(anaId());
        var third = accounts.all();

        assertThat(second).isSameAs(first);
        assertThat(third.getFirst().crown()).isTrue();
    }

    @Test
    void remembersEverythingAfterARestart() throws IOException {
        var token = overlayToken(OverlayScope.MAP);
        accounts.setLivepixToken(anaId(), "livepix-secret");
        accounts.replaceDestinations(
                anaId(), List.of(new Destination("twitch", "rtmp://t/app/key", true)));

        var reopened = TestAccounts.open(store);

        assertThat(reopened.byApiKey(ana.apiKey())).contains(ana.account());
        assertThat(reopened.overlayGrant(token.token())).isPresent();
        assertThat(reopened.livepixToken(anaId())).isEqualTo("livepix-secret");
        assertThat(reopened.destinations(anaId())).hasSize(1);
    }

    private OverlayToken overlayToken(OverlayScope scope) throws IOException {
        return accounts.createOverlayToken(anaId(), "car", Set.of(scope)).orElseThrow();
    }
}
