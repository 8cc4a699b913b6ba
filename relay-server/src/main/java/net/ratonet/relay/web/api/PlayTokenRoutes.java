package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.channel.ChannelKeys;
import net.ratonet.relay.channel.IngestPorts;
import net.ratonet.relay.channel.PlayToken;
import net.ratonet.relay.channel.PlayTokenCodec;
import net.ratonet.relay.channel.PlayTokenRequest;
import net.ratonet.relay.control.MediaControl;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.RequestHost;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// The keys that a streamer gives to players, with the addresses that they open.
public final class PlayTokenRoutes implements RouteGroup {

    private static final int KEY_BYTES = 16;

    private final MediaControl control;
    private final ChannelBook channels;
    private final ChannelKeys keys;
    private final IngestPorts ports;

    public PlayTokenRoutes(
            MediaControl control, ChannelBook channels, ChannelKeys keys, IngestPorts ports) {
        this.control = control;
        this.channels = channels;
        this.keys = keys;
        this.ports = ports;
    }

    @Override
    public String title() {
        return "Players";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/me/play-tokens",
                                "My play tokens, with addresses and OBS settings for each")
                        .forStreamer()
                        .returns(field("play_tokens", listOf(ChannelShapes.TOKEN)))
                        .to(this::list),
                Route.post(
                                "/api/me/play-tokens",
                                "A new play token; with slate, the player sees the slate while the"
                                        + " field is silent")
                        .forStreamer()
                        .body(fields(field("label", TEXT), maybe("slate", FLAG)))
                        .returns(ChannelShapes.TOKEN)
                        .to(call -> call.object(PlayTokenCodec::decode, wish -> make(call, wish))),
                Route.delete(
                                "/api/me/play-tokens/{token_id}",
                                "Revoke a play token; who watches with it is sent away")
                        .takes(Param.path("token_id", "the token's id, not the token"))
                        .forStreamer()
                        .returns(Shapes.MESSAGE)
                        .to(this::revoke));
    }

    private Answer list(Call call) throws IOException {
        var tokens = Json.array();
        channels.of(call.account().id())
                .playTokens()
                .forEach(token -> tokens.add(shown(call, token)));
        return Answer.json(Json.object().set("play_tokens", tokens));
    }

    private Answer make(Call call, PlayTokenRequest wish) throws IOException {
        return channels.createPlayToken(call.account().id(), wish.label(), wish.slate())
                .map(token -> Answer.json(shown(call, token)))
                .orElseGet(() ->
                        Answer.refusal(
                                409,
                                "there are %d play tokens already; revoke one first"
                                        .formatted(ChannelBook.MOST_PLAY_TOKENS)));
    }

    private Answer revoke(Call call) throws IOException {
        return control.revokePlayToken(call.account().id(), call.path("token_id"))
                ? Answer.message("Token revogado")
                : Answer.refusal(404, "no such play token");
    }

    private ObjectNode shown(Call call, PlayToken token) {
        var host = RequestHost.of(call);
        var http =
                "%s/play/%s.ts?token=%s"
                        .formatted(host.origin(), call.account().id(), token.token());
        return PlayTokenCodec.encode(token)
                .put("srt_url", srt(call.account(), host, token))
                .put("http_url", http)
                .set("obs_media_source", mediaSource(srt(call.account(), host, token)));
    }

    /// OBS counts the latency in microseconds.
    private String srt(Account account, RequestHost host, PlayToken token) {
        var encryption =
                keys.passphraseFor(account)
                        .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .map(text -> "&passphrase=%s&pbkeylen=%d".formatted(text, KEY_BYTES))
                        .orElse("");
        return "srt://%s:%d?streamid=play/live/%s&latency=%d%s"
                .formatted(
                        host.name(),
                        ports.srt(),
                        token.token(),
                        keys.latency(account.id()).toNanos() / 1_000,
                        encryption);
    }

    /// The names of these settings are OBS's own. A source that closes while it is hidden, or
    /// begins anew when it is shown, would lose what it buffered each time.
    private static ObjectNode mediaSource(String input) {
        return Json.object()
                .put("is_local_file", false)
                .put("input", input)
                .put("input_format", "mpegts")
                .put("reconnect_delay_sec", 2)
                .put("buffering_mb", 1)
                .put("hw_decode", false)
                .put("seekable", false)
                .put("restart_on_activate", false)
                .put("close_when_inactive", false)
                .put("clear_on_media_end", true);
    }
}
