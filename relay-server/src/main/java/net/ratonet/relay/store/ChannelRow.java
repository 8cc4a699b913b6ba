package net.ratonet.relay.store;

import java.io.IOException;
import java.util.List;
import net.ratonet.relay.channel.Channel;
import net.ratonet.relay.channel.ChannelSettings;
import net.ratonet.relay.channel.ChannelSettingsCodec;
import net.ratonet.relay.channel.PlayToken;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line of `channels` as it lies in the database: key and passphrase sealed, the settings as
/// JSON. Public for Jdbi, which reads and makes it by reflection.
public record ChannelRow(String streamerId, String publishKey, String passphrase, String settings) {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelRow.class);

    static ChannelRow seal(StreamerId id, Channel channel, SecretBox box) {
        var settings = channel.settings();
        return new ChannelRow(
                id.value(),
                box.seal(channel.publishKey(), keyOf(id.value())),
                box.seal(settings.passphrase().orElse(""), passphraseOf(id.value())),
                Json.write(ChannelSettingsCodec.encode(settings)));
    }

    Channel open(SecretBox box, List<PlayToken> playTokens) throws IOException {
        return new Channel(
                box.open(publishKey, keyOf(streamerId)),
                settings(box.open(passphrase, passphraseOf(streamerId))),
                playTokens);
    }

    /// Settings of another version that mean nothing here are as if none had been set, but for the
    /// passphrase: what was encrypted stays so.
    private ChannelSettings settings(String secret) {
        var kept =
                Json.readObject(settings)
                        .flatMap(json -> ChannelSettingsCodec.decodeKept(json, secret));
        return switch (kept) {
            case Decoded.Accepted<ChannelSettings>(var sound) -> sound;
            case Decoded.Refused<ChannelSettings> _, Decoded.Malformed<ChannelSettings> _ -> {
                LOG.warn("{}: the media settings cannot be read, so none are set", streamerId);
                yield ChannelSettings.unreadable(secret);
            }
        };
    }

    private static String keyOf(String id) {
        return "channels.publish_key of " + id;
    }

    private static String passphraseOf(String id) {
        return "channels.passphrase of " + id;
    }

    @Override
    public String toString() {
        return "ChannelRow[%s]".formatted(streamerId);
    }
}
