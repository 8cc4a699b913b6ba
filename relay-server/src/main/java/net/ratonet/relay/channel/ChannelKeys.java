package net.ratonet.relay.channel;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.config.SrtConfig;
import net.ratonet.relay.session.KeyRing;
import net.ratonet.relay.session.PlayRight;
import net.ratonet.relay.session.PublishRight;
import net.ratonet.shared.telemetry.StreamerId;

/// Says what a key opens: publish keys and play tokens, and for publishing the API key too, because
/// old and simple agents have nothing else. Nobody gets in who has not been approved. Any thread
/// may call.
public final class ChannelKeys implements KeyRing {

    /// Loss reports of a bond need time for two rounds over its slowest link.
    public static final Duration BONDED_LATENCY = Duration.ofSeconds(2);

    private final ChannelBook book;
    private final Accounts accounts;
    private final SrtConfig operators;

    public ChannelKeys(ChannelBook book, Accounts accounts, SrtConfig operators) {
        this.book = book;
        this.accounts = accounts;
        this.operators = operators;
    }

    @Override
    public Optional<PublishRight> publish(String key) {
        return book.byPublishKey(key)
                .flatMap(accounts::byId)
                .or(() -> accounts.byOwnKey(key))
                .filter(Account::approved)
                .map(account -> publishRight(account.id()));
    }

    @Override
    public Optional<PlayRight> play(String key) {
        return book.byPlayToken(key).filter(this::isApproved).map(this::playRight);
    }

    /// The ring of a door that encrypts with the right's passphrase or refuses. Old set-ups send
    /// the streamer's id for a key, which is no secret: here it counts where there is a passphrase,
    /// which is one.
    public KeyRing withIds() {
        return new WithIds();
    }

    /// What the streamer's players and publishers must encrypt with, if anything.
    public Optional<String> passphrase(StreamerId id) {
        return passphrase(book.settings(id));
    }

    /// What the streamer may be shown of it: the operator's is for those whom they approved.
    public Optional<String> passphraseFor(Account account) {
        return passphraseFor(account, book.settings(account.id()));
    }

    /// The same, if these were the streamer's settings.
    public Optional<String> passphraseFor(Account account, ChannelSettings settings) {
        return account.approved() ? passphrase(settings) : settings.passphrase();
    }

    private Optional<String> passphrase(ChannelSettings settings) {
        return settings.passphrase()
                .or(() -> Optional.of(operators.passphrase()).filter(text -> !text.isEmpty()));
    }

    public Duration latency(StreamerId id) {
        return book.settings(id).latency().orElse(operators.latency());
    }

    public Duration bondedLatency(StreamerId id) {
        return book.settings(id).bondedLatency().orElse(BONDED_LATENCY);
    }

    private boolean isApproved(PlayGrant grant) {
        return accounts.byId(grant.streamer()).filter(Account::approved).isPresent();
    }

    private PublishRight publishRight(StreamerId id) {
        return new PublishRight(
                id,
                passphrase(id),
                book.settings(id).encryptedOnly(),
                latency(id),
                bondedLatency(id));
    }

    private PlayRight playRight(PlayGrant grant) {
        var id = grant.streamer();
        var token = grant.token();
        return new PlayRight(id, token.id(), token.slate(), passphrase(id), latency(id));
    }

    private final class WithIds implements KeyRing {

        @Override
        public Optional<PublishRight> publish(String key) {
            return ChannelKeys.this.publish(key).or(() -> byId(key));
        }

        @Override
        public Optional<PlayRight> play(String key) {
            return ChannelKeys.this.play(key);
        }

        private Optional<PublishRight> byId(String key) {
            return Optional.of(key)
                    .filter(StreamerId::isValid)
                    .map(StreamerId::new)
                    .flatMap(accounts::byId)
                    .filter(Account::approved)
                    .map(account -> publishRight(account.id()))
                    .filter(right -> right.passphrase().isPresent());
        }
    }
}
