package net.ratonet.relay.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.InstantSource;
import net.ratonet.relay.account.KeyMaker;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.account.UnknownAccountException;
import net.ratonet.relay.config.Language;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.Test;

final class ChannelBookTest {

    private static final StreamerId ANA = new StreamerId("ana");

    private final FakeChannelStore store = new FakeChannelStore();
    private final KeyMaker keys = TestAccounts.seededKeys();
    private ChannelBook book = openBook();

    @Test
    void makesAPublishKeyAtFirstNeed() throws IOException {
        var first = book.of(ANA);
        var again = book.of(ANA);

        assertThat(first.publishKey()).startsWith("live_");
        assertThat(again).isEqualTo(first);
        assertThat(book.byPublishKey(first.publishKey())).contains(ANA);
    }

    @Test
    void remembersAcrossRestarts() throws IOException {
        var channel = book.change(ANA, settings -> settings.withRecording(true));
        var token = book.createPlayToken(ANA, "OBS", true).orElseThrow();

        book = openBook();

        assertThat(book.settings(ANA).recording()).isTrue();
        assertThat(book.byPublishKey(channel.publishKey())).contains(ANA);
        assertThat(book.byPlayToken(token.token())).contains(new PlayGrant(ANA, token));
    }

    @Test
    void forgetsTheOldKeyWhenItIsRotated() throws IOException {
        var before = book.of(ANA);
        var token = book.createPlayToken(ANA, "OBS", false).orElseThrow();

        var after = book.rotatePublishKey(ANA);

        assertThat(book.byPublishKey(before.publishKey())).isEmpty();
        assertThat(book.byPublishKey(after.publishKey())).contains(ANA);
        assertThat(book.byPlayToken(token.token())).isPresent();
    }

    @Test
    void revokesOneTokenAndLeavesTheOthers() throws IOException {
        var obs = book.createPlayToken(ANA, "OBS", true).orElseThrow();
        var phone = book.createPlayToken(ANA, "phone", false).orElseThrow();

        var revoked = book.revokePlayToken(ANA, obs.id());
        var again = book.revokePlayToken(ANA, obs.id());

        assertThat(revoked).isTrue();
        assertThat(again).isFalse();
        assertThat(book.byPlayToken(obs.token())).isEmpty();
        assertThat(book.byPlayToken(phone.token())).isPresent();
    }

    @Test
    void hasRoomForSoManyTokens() throws IOException {
        for (var made = 0; made < ChannelBook.MOST_PLAY_TOKENS; made++) {
            book.createPlayToken(ANA, "player", true);
        }

        var oneTooMany = book.createPlayToken(ANA, "player", true);

        assertThat(oneTooMany).isEmpty();
        assertThat(book.of(ANA).playTokens()).hasSize(ChannelBook.MOST_PLAY_TOKENS);
    }

    @Test
    void changesNothingWhenTheStoreFails() throws IOException {
        var before = book.of(ANA);
        store.broken(true);

        assertThatIOException().isThrownBy(() -> book.rotatePublishKey(ANA));
        assertThatIOException().isThrownBy(() -> book.createPlayToken(ANA, "OBS", true));

        assertThat(book.of(ANA)).isEqualTo(before);
        assertThat(book.byPublishKey(before.publishKey())).contains(ANA);
    }

    @Test
    void opensNothingMoreForAStreamerWhoIsGone() throws IOException {
        var channel = book.of(ANA);
        var token = book.createPlayToken(ANA, "OBS", true).orElseThrow();
        store.removeStreamer(ANA);

        book.forget(ANA);

        assertThat(book.byPublishKey(channel.publishKey())).isEmpty();
        assertThat(book.byPlayToken(token.token())).isEmpty();
        assertThatExceptionOfType(UnknownAccountException.class).isThrownBy(() -> book.of(ANA));
    }

    @Test
    void printsNoSecret() throws IOException {
        var token = book.createPlayToken(ANA, "OBS", true).orElseThrow();
        var channel = book.change(ANA, settings -> settings.withPassphrase("correct-horse"));

        var text = "" + channel + new PlayGrant(ANA, token);

        assertThat(text).doesNotContain(channel.publishKey(), token.token(), "correct-horse");
    }

    private ChannelBook openBook() {
        try {
            return ChannelBook.open(
                    store, keys, InstantSource.fixed(TestAccounts.NOW), Language.PORTUGUESE);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
