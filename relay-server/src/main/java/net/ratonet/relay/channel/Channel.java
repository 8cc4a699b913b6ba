package net.ratonet.relay.channel;

import java.util.ArrayList;
import java.util.List;

/// One streamer's media door: the key to publish with, the tokens to play with, and the settings.
public record Channel(String publishKey, ChannelSettings settings, List<PlayToken> playTokens) {

    public Channel {
        playTokens = List.copyOf(playTokens);
    }

    Channel withPublishKey(String key) {
        return new Channel(key, settings, playTokens);
    }

    Channel withSettings(ChannelSettings other) {
        return new Channel(publishKey, other, playTokens);
    }

    Channel with(PlayToken token) {
        var more = new ArrayList<>(playTokens);
        more.add(token);
        return new Channel(publishKey, settings, more);
    }

    Channel withoutPlayToken(String id) {
        var fewer = playTokens.stream().filter(token -> !token.id().equals(id)).toList();
        return new Channel(publishKey, settings, fewer);
    }

    @Override
    public String toString() {
        return "Channel[%s, %s]".formatted(settings, playTokens);
    }
}
