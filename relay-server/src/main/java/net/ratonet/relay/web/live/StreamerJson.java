package net.ratonet.relay.web.live;

import java.util.Optional;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.SocialsCodec;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.relay.telemetry.LiveStreamerCodec;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Streamers as the world may see them: an account's public fields, and the live part that privacy
/// rules have been through. E-mail, keys, destinations and tokens have no way in.
public final class StreamerJson {

    private StreamerJson() {}

    public static ObjectNode publicProfile(Account account, boolean live) {
        var out =
                Json.object()
                        .put("id", account.id().value())
                        .put("name", account.name())
                        .put("avatar_url", account.avatarUrl())
                        .put("color", account.color())
                        .put("is_crown", account.crown())
                        .put("is_live", live);
        return out.set("socials", SocialsCodec.encode(account.socials()));
    }

    /// The profile, with the live part when there is one.
    public static ObjectNode whole(Account account, Optional<LiveStreamer> live) {
        var out = publicProfile(account, live.isPresent());
        live.ifPresent(streamer -> out.setAll(LiveStreamerCodec.encode(streamer)));
        return out;
    }
}
