package net.ratonet.relay.channel;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.relay.account.KeyHash;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;

/// All channels in memory, found by streamer or key in constant time. Any thread may read; changes
/// must come one after the other.
final class ChannelIndex {

    private final Map<StreamerId, Channel> channels = new ConcurrentHashMap<>();
    private final Map<KeyHash, StreamerId> publishKeys = new ConcurrentHashMap<>();
    private final Map<KeyHash, PlayGrant> playTokens = new ConcurrentHashMap<>();

    Optional<Channel> find(StreamerId id) {
        return Optional.ofNullable(channels.get(id));
    }

    Optional<StreamerId> byPublishKey(String key) {
        return Optional.ofNullable(publishKeys.get(KeyHash.of(key)));
    }

    Optional<PlayGrant> byPlayToken(String token) {
        return Optional.ofNullable(playTokens.get(KeyHash.of(token)));
    }

    void put(StreamerId id, Channel channel) {
        var before = channels.put(id, channel);
        if (before != null && before.publishKey().equals(channel.publishKey())) {
            dropTokens(before, channel);
        } else {
            drop(before);
            publishKeys.put(KeyHash.of(channel.publishKey()), id);
        }
        channel.playTokens()
                .forEach(token ->
                        playTokens.put(KeyHash.of(token.token()), new PlayGrant(id, token)));
    }

    void remove(StreamerId id) {
        drop(channels.remove(id));
    }

    private void drop(@Nullable Channel channel) {
        if (channel != null) {
            publishKeys.remove(KeyHash.of(channel.publishKey()));
            channel.playTokens().forEach(token -> playTokens.remove(KeyHash.of(token.token())));
        }
    }

    private void dropTokens(Channel before, Channel after) {
        before.playTokens().stream()
                .filter(token -> !after.playTokens().contains(token))
                .forEach(token -> playTokens.remove(KeyHash.of(token.token())));
    }
}
