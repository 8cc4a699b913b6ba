package net.ratonet.relay.web.api;

import java.io.IOException;
import java.util.List;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.channel.Channel;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.channel.ChannelKeys;
import net.ratonet.relay.channel.ChannelSettings;
import net.ratonet.relay.channel.ChannelSettingsCodec;
import net.ratonet.relay.channel.IngestAddresses;
import net.ratonet.relay.channel.IngestPorts;
import net.ratonet.relay.channel.SlateAssets;
import net.ratonet.relay.channel.SlatePicture;
import net.ratonet.relay.control.MediaControl;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.RequestHost;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.shared.telemetry.StreamerId;
import tools.jackson.databind.node.ObjectNode;

/// A streamer's media door: the key to publish with, where to send, and what has been set.
public final class ChannelRoutes implements RouteGroup {

    private static final int SHOWN = 9;

    private final MediaControl control;
    private final ChannelBook channels;
    private final ChannelKeys keys;
    private final SlateAssets assets;
    private final IngestPorts ports;

    public ChannelRoutes(
            MediaControl control,
            ChannelBook channels,
            ChannelKeys keys,
            SlateAssets assets,
            IngestPorts ports) {
        this.control = control;
        this.channels = channels;
        this.keys = keys;
        this.assets = assets;
        this.ports = ports;
    }

    @Override
    public String title() {
        return "Channel";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/me/channel", "My media settings, secrets masked")
                        .forStreamer()
                        .returns(ChannelShapes.CHANNEL)
                        .to(call -> Answer.json(masked(own(call)))),
                Route.get("/api/me/channel/full", "My media settings with key and passphrase")
                        .forStreamer()
                        .returns(ChannelShapes.CHANNEL)
                        .to(call -> Answer.json(full(own(call)))),
                Route.put(
                                "/api/me/channel",
                                "Change my media settings; what is left out stays, an empty"
                                        + " passphrase removes it, a latency of 0 is the relay's;"
                                        + " encrypted_only refuses RTMP and needs a passphrase")
                        .forStreamer()
                        .body(ChannelShapes.CHANNEL_BODY)
                        .returns(ChannelShapes.CHANNEL)
                        .to(this::change),
                Route.post(
                                "/api/me/channel/rotate-publish-key",
                                "A new publish key; who sends with the old one is sent away")
                        .forStreamer()
                        .returns(ChannelShapes.CHANNEL)
                        .to(call ->
                                Answer.json(full(control.rotatePublishKey(call.account().id())))),
                Route.get("/api/me/ingest", "Where and how my encoder sends, ready to be copied")
                        .forStreamer()
                        .returns(ChannelShapes.INGEST)
                        .to(this::ingest));
    }

    private Channel own(Call call) throws IOException {
        return channels.of(call.account().id());
    }

    private static ObjectNode masked(Channel channel) {
        return ChannelSettingsCodec.encode(channel.settings())
                .put("publish_key", channel.publishKey().substring(0, SHOWN) + "***");
    }

    private static ObjectNode full(Channel channel) {
        return ChannelSettingsCodec.encode(channel.settings())
                .put("publish_key", channel.publishKey())
                .put("passphrase", channel.settings().passphrase().orElse(""));
    }

    private Answer change(Call call) throws IOException {
        var id = call.account().id();
        return call.object(
                body -> ChannelSettingsCodec.decode(body, channels.settings(id)),
                wanted -> changed(call.account(), wanted));
    }

    private Answer changed(Account account, ChannelSettings wanted) throws IOException {
        var id = account.id();
        if (wanted.encryptedOnly() && keys.passphraseFor(account, wanted).isEmpty()) {
            return Answer.unprocessable(
                    "encrypted_only", "needs a passphrase: nobody could send without one");
        }
        return fits(id, wanted.slate().picture())
                ? Answer.json(masked(control.change(id, _ -> wanted)))
                : Answer.unprocessable(
                        "slate.assets", "must be what you uploaded: one image, or clips");
    }

    /// Whether everything that the slate shows is there, and of the kind it is taken for.
    private boolean fits(StreamerId id, SlatePicture picture) throws IOException {
        if (picture.assets().isEmpty()) {
            return true;
        }
        var wantsImage = picture instanceof SlatePicture.Image;
        var fitting =
                assets.list(id).stream()
                        .filter(asset -> asset.kind().isImage() == wantsImage)
                        .map(asset -> asset.id())
                        .toList();
        return fitting.containsAll(picture.assets());
    }

    private Answer ingest(Call call) throws IOException {
        var id = call.account().id();
        var addresses =
                new IngestAddresses(
                        RequestHost.of(call).name(),
                        ports,
                        channels.of(id).publishKey(),
                        keys.passphraseFor(call.account()),
                        channels.settings(id).encryptedOnly(),
                        keys.latency(id),
                        keys.bondedLatency(id));
        return Answer.json(IngestJson.of(addresses));
    }
}
