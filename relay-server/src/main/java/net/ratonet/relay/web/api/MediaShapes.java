package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.NUMBER;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.WHOLE;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;
import static net.ratonet.relay.web.http.Shape.maybe;

import net.ratonet.relay.web.http.Shape;

/// The JSON shapes of media that goes on.
final class MediaShapes {

    private static final Shape SOURCE =
            fields(field("protocol", TEXT), field("address", TEXT), field("slot", WHOLE));

    private static final Shape VIDEO =
            fields(
                    field("codec", TEXT),
                    field("width", WHOLE),
                    field("height", WHOLE),
                    field("frames_per_second", NUMBER),
                    field("profile", WHOLE),
                    field("level", WHOLE),
                    field("key_frame_interval_s", NUMBER),
                    field("b_frames", FLAG));

    private static final Shape AUDIO =
            fields(field("codec", TEXT), field("sample_rate", WHOLE), field("channels", WHOLE));

    private static final Shape FLOW =
            fields(
                    field("bitrate_kbps", NUMBER),
                    field("bitrate_5s_kbps", NUMBER),
                    field("bytes", WHOLE),
                    field("frames_per_second", NUMBER),
                    field("continuity_errors", WHOLE),
                    field("garbage_bytes", WHOLE));

    private static final Shape TIMING =
            fields(
                    field("drift_ms", NUMBER),
                    field("jumps", WHOLE),
                    field("audio_offset_ms", NUMBER),
                    maybe("key_frame_age_s", NUMBER),
                    maybe("gop_s", NUMBER));

    private static final Shape LINK =
            fields(
                    field("number", WHOLE),
                    field("address", TEXT),
                    field("bitrate_kbps", NUMBER),
                    field("share", NUMBER),
                    field("rtt_ms", NUMBER),
                    field("relative_delay_ms", WHOLE),
                    field("jitter_ms", NUMBER),
                    field("loss_pct", NUMBER),
                    field("bytes", WHOLE),
                    field("since_s", NUMBER),
                    maybe("window", WHOLE));

    private static final Shape NETWORK =
            fields(
                    field("rtt_ms", NUMBER),
                    field("loss_pct", NUMBER),
                    field("packets_lost", WHOLE),
                    field("packets_retransmitted", WHOLE),
                    field("packets_dropped", WHOLE),
                    field("receive_buffer_ms", WHOLE),
                    field("links", listOf(LINK)));

    private static final Shape READER =
            fields(field("name", TEXT), field("waiting_bytes", WHOLE), field("lost_bytes", WHOLE));

    private static final Shape FEED =
            fields(
                    field("uptime_s", NUMBER),
                    field("silence_s", NUMBER),
                    field("stand_bys", WHOLE),
                    maybe("source", SOURCE),
                    maybe("video", VIDEO),
                    maybe("audio", AUDIO),
                    field("flow", FLOW),
                    field("timing", TIMING),
                    field("network", NETWORK),
                    field("readers", listOf(READER)));

    private static final Shape PROGRAMME =
            fields(
                    field("state", TEXT),
                    field("reason", TEXT),
                    field("since_s", NUMBER),
                    field("held", FLAG),
                    field("problems", listOf(TEXT)));

    private static final Shape OUTPUT =
            fields(
                    field("number", WHOLE),
                    field("platform", TEXT),
                    field("address", TEXT),
                    field("state", TEXT),
                    field("reason", TEXT),
                    field("bitrate_kbps", NUMBER),
                    field("sent_bytes", WHOLE),
                    field("lost_bytes", WHOLE),
                    field("restarts", WHOLE),
                    field("since_s", NUMBER));

    private static final Shape RECORDING =
            fields(
                    field("enabled", FLAG),
                    field("running", FLAG),
                    field("problem", TEXT),
                    field("bytes", WHOLE));

    private static final Shape CHILD =
            fields(
                    field("name", TEXT),
                    field("pid", WHOLE),
                    field("running", FLAG),
                    field("cpu_s", NUMBER),
                    field("resident_bytes", WHOLE),
                    field("last_words", listOf(TEXT)));

    static final Shape MEDIA =
            fields(
                    field("live", FLAG),
                    maybe("feed", FEED),
                    maybe("programme", PROGRAMME),
                    field("outputs", listOf(OUTPUT)),
                    field("recording", RECORDING),
                    field("http_players", WHOLE),
                    field("advice", listOf(TEXT)),
                    field("children", listOf(CHILD)));

    static final Shape ALL =
            fields(
                    field("ports", new Shape.MapOf(WHOLE)),
                    field(
                            "streams",
                            listOf(
                                    fields(
                                            field("streamer_id", TEXT),
                                            field("live", FLAG),
                                            field("feed", FEED),
                                            maybe("programme", PROGRAMME),
                                            field("outputs", listOf(OUTPUT)),
                                            field("recording", RECORDING)))),
                    field(
                            "recordings",
                            fields(
                                    field("used_bytes", WHOLE),
                                    field("quota_bytes", WHOLE),
                                    field("nearly_full", FLAG))),
                    field("children", listOf(CHILD)));

    static final Shape FILES =
            listOf(
                    fields(
                            field("name", TEXT),
                            field("began_at", TEXT),
                            field("bytes", WHOLE),
                            field("running", FLAG)));

    private MediaShapes() {}
}
