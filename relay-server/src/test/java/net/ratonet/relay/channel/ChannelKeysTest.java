package net.ratonet.relay.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.FakeAccountStore;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.config.SrtConfig;
import net.ratonet.relay.session.PublishRight;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChannelKeysTest {

    private Accounts accounts;
    private ChannelBook book;
    private RegisterResult.Registered registered;
    private StreamerId ana;

    @BeforeEach
    void registerAna() throws IOException {
        accounts = TestAccounts.open(new FakeAccountStore());
        book =
                ChannelBook.open(
                        new FakeChannelStore(),
                        TestAccounts.seededKeys(),
                        InstantSource.system(),
                        Language.ENGLISH);
        registered = TestAccounts.register(accounts, "ana");
        ana = registered.account().id();
        accounts.approve(ana);
    }

    @Test
    void letsInWithThePublishKeyAndWithTheApiKey() throws IOException {
        var keys = keys("");
        var key = book.of(ana).publishKey();

        assertThat(keys.publish(key).map(PublishRight::streamer)).contains(ana);
        assertThat(keys.publish(registered.apiKey()).map(PublishRight::streamer)).contains(ana);
        assertThat(keys.publish(key + "0")).isEmpty();
        assertThat(keys.publish("")).isEmpty();
    }

    @Test
    void letsNobodyPublishWithAPlayTokenNorPlayWithAPublishKey() throws IOException {
        var keys = keys("");
        var token = book.createPlayToken(ana, "OBS", true).orElseThrow();

        assertThat(keys.publish(token.token())).isEmpty();
        assertThat(keys.play(token.token())).isPresent();
        assertThat(keys.play(book.of(ana).publishKey())).isEmpty();
        assertThat(keys.play(registered.apiKey())).isEmpty();
    }

    @Test
    void refusesWhoHasNotBeenApproved() throws IOException {
        var keys = keys("operators-secret");
        var bia = TestAccounts.register(accounts, "bia");
        var id = bia.account().id();
        var token = book.createPlayToken(id, "OBS", true).orElseThrow();

        assertThat(keys.publish(book.of(id).publishKey())).isEmpty();
        assertThat(keys.publish(bia.apiKey())).isEmpty();
        assertThat(keys.withIds().publish(id.value())).isEmpty();
        assertThat(keys.play(token.token())).isEmpty();
    }

    @Test
    void refusesTheKeysOfAnAccountThatIsGone() throws IOException {
        var keys = keys("");
        var key = book.of(ana).publishKey();

        accounts.remove(ana);

        assertThat(keys.publish(key)).isEmpty();
    }

    @Test
    void takesAnIdForAKeyOnlyWhereAPassphraseIsAskedFor() throws IOException {
        var open = keys("").withIds();
        var encrypted = keys("operators-secret").withIds();

        assertThat(open.publish(ana.value())).isEmpty();
        assertThat(encrypted.publish(ana.value()).flatMap(PublishRight::passphrase))
                .contains("operators-secret");
        assertThat(keys("operators-secret").publish(ana.value())).isEmpty();
        assertThat(encrypted.publish("not an id")).isEmpty();

        book.change(ana, settings -> settings.withPassphrase("my-own-secret"));

        assertThat(open.publish(ana.value()).flatMap(PublishRight::passphrase))
                .contains("my-own-secret");
    }

    @Test
    void asksForWhatTheStreamerHasSetOrElseTheOperator() throws IOException {
        var keys = keys("operators-secret");
        var key = book.of(ana).publishKey();

        var before = keys.publish(key).orElseThrow();
        book.change(
                ana,
                settings ->
                        new ChannelSettings(
                                Optional.of("my-own-secret"),
                                true,
                                Optional.of(Duration.ofMillis(250)),
                                Optional.of(Duration.ofSeconds(4)),
                                settings.recording(),
                                settings.autostart(),
                                settings.slate()));
        var after = keys.publish(key).orElseThrow();

        assertThat(before.passphrase()).contains("operators-secret");
        assertThat(before.encryptedOnly()).isFalse();
        assertThat(after.encryptedOnly()).isTrue();
        assertThat(before.latency()).isEqualTo(Duration.ofMillis(500));
        assertThat(before.bondedLatency()).isEqualTo(Duration.ofSeconds(2));
        assertThat(after.passphrase()).contains("my-own-secret");
        assertThat(after.latency()).isEqualTo(Duration.ofMillis(250));
        assertThat(after.bondedLatency()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void namesASlateAfterItsAccountUnlessToldOtherwise() throws IOException {
        var slates = new SlateChoice(book, accounts);
        var before = slates.apply(ana).displayName();

        book.change(
                ana,
                settings ->
                        new ChannelSettings(
                                settings.passphrase(),
                                settings.encryptedOnly(),
                                settings.latency(),
                                settings.bondedLatency(),
                                settings.recording(),
                                settings.autostart(),
                                settings.slate().named("Ana na rua")));

        assertThat(before).isEqualTo("ana");
        assertThat(slates.apply(ana).displayName()).isEqualTo("Ana na rua");
    }

    private ChannelKeys keys(String operatorsPassphrase) {
        var srt = new SrtConfig(9000, 100, 4, Duration.ofMillis(500), operatorsPassphrase);
        return new ChannelKeys(book, accounts, srt);
    }
}
