package net.ratonet.relay.channel;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import net.ratonet.relay.account.KeyMaker;
import net.ratonet.relay.account.UnknownAccountException;
import net.ratonet.relay.config.Language;
import net.ratonet.shared.telemetry.StreamerId;

/// The channels of all streamers: read from memory, written through a store. Any thread may call;
/// reading never waits.
///
/// Changes wait for each other, which costs nothing: the store writes one after the other anyway. A
/// change that throws has changed nothing; it throws [UnknownAccountException] when there is no
/// such streamer any more.
public final class ChannelBook {

    public static final int MOST_PLAY_TOKENS = 20;

    private final ChannelStore store;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final Language language;
    private final ChannelIndex index = new ChannelIndex();
    private final Lock turn = new ReentrantLock();

    private ChannelBook(ChannelStore store, KeyMaker keys, InstantSource clock, Language language) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.language = language;
    }

    /// Reads all channels into memory.
    ///
    /// @param language of the slates of those who have chosen none
    public static ChannelBook open(
            ChannelStore store, KeyMaker keys, InstantSource clock, Language language)
            throws IOException {
        var book = new ChannelBook(store, keys, clock, language);
        store.load().forEach(book.index::put);
        return book;
    }

    /// The streamer's channel, with a key that is made when it is first asked for.
    public Channel of(StreamerId id) throws IOException {
        var known = index.find(id);
        return known.isPresent() ? known.get() : update(id, channel -> channel);
    }

    /// Empty while nothing has been needed of it.
    public Optional<Channel> find(StreamerId id) {
        return index.find(id);
    }

    /// What the streamer has set, or what holds for those who have set nothing.
    public ChannelSettings settings(StreamerId id) {
        return index.find(id).map(Channel::settings).orElseGet(this::fresh);
    }

    public Optional<StreamerId> byPublishKey(String key) {
        return index.byPublishKey(key);
    }

    public Optional<PlayGrant> byPlayToken(String token) {
        return index.byPlayToken(token);
    }

    /// Answers the channel as it is after the change.
    public Channel change(StreamerId id, UnaryOperator<ChannelSettings> change) throws IOException {
        return update(id, channel -> channel.withSettings(change.apply(channel.settings())));
    }

    /// The old key has stopped working when this returns; who came in with it is still there.
    public Channel rotatePublishKey(StreamerId id) throws IOException {
        return update(id, channel -> channel.withPublishKey(keys.publishKey()));
    }

    /// Empty when the streamer has [#MOST_PLAY_TOKENS] already.
    public Optional<PlayToken> createPlayToken(StreamerId id, String label, boolean slate)
            throws IOException {
        var token =
                new PlayToken(
                        keys.shortId(),
                        label,
                        slate,
                        keys.playToken(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var after = update(id, channel -> hasRoom(channel) ? channel.with(token) : channel);
        return Optional.of(token).filter(after.playTokens()::contains);
    }

    /// False when the streamer has no such token. Who came in with it is still there.
    public boolean revokePlayToken(StreamerId id, String tokenId) throws IOException {
        turn.lock();
        try {
            var had = of(id).playTokens().stream().anyMatch(token -> token.id().equals(tokenId));
            update(id, channel -> channel.withoutPlayToken(tokenId));
            return had;
        } finally {
            turn.unlock();
        }
    }

    /// To be called when the account has gone, and with it what the store kept.
    public void forget(StreamerId id) {
        turn.lock();
        try {
            index.remove(id);
        } finally {
            turn.unlock();
        }
    }

    private static boolean hasRoom(Channel channel) {
        return channel.playTokens().size() < MOST_PLAY_TOKENS;
    }

    private ChannelSettings fresh() {
        return ChannelSettings.fresh(language);
    }

    private Channel update(StreamerId id, UnaryOperator<Channel> change) throws IOException {
        turn.lock();
        try {
            var before = index.find(id);
            var after = change.apply(before.orElseGet(this::newChannel));
            if (before.filter(after::equals).isPresent()) {
                return after;
            }
            if (!store.save(id, after)) {
                index.remove(id);
                throw new UnknownAccountException(id);
            }
            index.put(id, after);
            return after;
        } finally {
            turn.unlock();
        }
    }

    private Channel newChannel() {
        return new Channel(keys.publishKey(), fresh(), List.of());
    }
}
