package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.NUMBER;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.WHOLE;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.util.List;
import net.ratonet.relay.web.http.Shape;

/// The JSON shapes of a streamer's channel.
final class ChannelShapes {

    private static final Shape SLATE =
            fields(
                    field("language", TEXT),
                    field("display_name", TEXT),
                    field("picture", TEXT),
                    field("own_audio", FLAG),
                    field("assets", listOf(TEXT)));

    private static final Shape SLATE_BODY =
            fields(
                    maybe("language", TEXT),
                    maybe("display_name", TEXT),
                    maybe("picture", TEXT),
                    maybe("own_audio", FLAG),
                    maybe("assets", listOf(TEXT)));

    static final Shape CHANNEL =
            fields(
                    field("publish_key", TEXT),
                    field("passphrase_set", FLAG),
                    maybe("passphrase", TEXT),
                    field("encrypted_only", FLAG),
                    field("latency_ms", WHOLE),
                    field("bonded_latency_ms", WHOLE),
                    field("recording", FLAG),
                    field("autostart", FLAG),
                    field("slate", SLATE));

    static final Shape CHANNEL_BODY =
            fields(
                    maybe("passphrase", TEXT),
                    maybe("encrypted_only", FLAG),
                    maybe("latency_ms", WHOLE),
                    maybe("bonded_latency_ms", WHOLE),
                    maybe("recording", FLAG),
                    maybe("autostart", FLAG),
                    maybe("slate", SLATE_BODY));

    static final Shape INGEST =
            fields(
                    field("host", TEXT),
                    field("srt_port", WHOLE),
                    field("srtla_port", WHOLE),
                    field("rtmp_port", WHOLE),
                    field("publish_key", TEXT),
                    field("stream_id", TEXT),
                    field("passphrase", TEXT),
                    field("latency_ms", WHOLE),
                    field("bonded_latency_ms", WHOLE),
                    field("srt_url", TEXT),
                    field("srtla_url", TEXT),
                    field("rtmp_url", TEXT),
                    field(
                            "encoders",
                            listOf(
                                    fields(
                                            field("name", TEXT),
                                            field("protocol", TEXT),
                                            field("settings", new Shape.MapOf(TEXT)),
                                            maybe("link", TEXT)))));

    private static final List<Shape.Field> TOKEN_FIELDS =
            List.of(
                    field("id", TEXT),
                    field("label", TEXT),
                    field("slate", FLAG),
                    field("token", TEXT),
                    field("created_at", TEXT),
                    field("srt_url", TEXT),
                    field("http_url", TEXT));

    private static final Shape MEDIA_SOURCE =
            fields(
                    field("is_local_file", FLAG),
                    field("input", TEXT),
                    field("input_format", TEXT),
                    field("reconnect_delay_sec", WHOLE),
                    field("buffering_mb", WHOLE),
                    field("hw_decode", FLAG),
                    field("seekable", FLAG),
                    field("restart_on_activate", FLAG),
                    field("close_when_inactive", FLAG),
                    field("clear_on_media_end", FLAG));

    static final Shape TOKEN =
            Shapes.joined(TOKEN_FIELDS, List.of(field("obs_media_source", MEDIA_SOURCE)));

    static final Shape ASSET =
            fields(
                    field("id", TEXT),
                    field("kind", TEXT),
                    field("image", FLAG),
                    field("label", TEXT),
                    field("bytes", NUMBER),
                    field("since", TEXT));

    private ChannelShapes() {}
}
