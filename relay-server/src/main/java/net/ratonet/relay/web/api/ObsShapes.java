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

/// The JSON shapes of a streamer's OBS and of its scenes.
final class ObsShapes {

    private static final Shape SCENES =
            fields(
                    maybe("live", TEXT),
                    maybe("low", TEXT),
                    maybe("brb", TEXT),
                    maybe("starting", TEXT),
                    maybe("ending", TEXT),
                    maybe("privacy", TEXT),
                    maybe("refresh", TEXT));

    private static final Shape TIMING =
            fields(
                    maybe("fallback_delay_s", NUMBER),
                    maybe("recovery_delay_s", NUMBER),
                    maybe("dwell_s", NUMBER),
                    maybe("confirmations", WHOLE));

    private static final Shape TRIGGERS =
            fields(
                    maybe("low", NUMBER),
                    maybe("rtt", NUMBER),
                    maybe("offline", NUMBER),
                    maybe("rtt_offline", NUMBER));

    private static final Shape OPTIONS =
            fields(
                    maybe("automatic", FLAG),
                    maybe("only_when_streaming", FLAG),
                    maybe("instant_recover", FLAG),
                    maybe("leave_starting", FLAG));

    private static final List<Shape.Field> RULES =
            List.of(
                    maybe("scenes", SCENES),
                    maybe("offline_states", listOf(TEXT)),
                    maybe("timing", TIMING),
                    maybe("triggers", TRIGGERS),
                    maybe("options", OPTIONS));

    static final Shape SETTINGS =
            Shapes.joined(
                    List.of(
                            field("enabled", FLAG),
                            field("host", TEXT),
                            field("port", WHOLE),
                            field("password_set", FLAG)),
                    RULES);

    static final Shape SETTINGS_BODY =
            Shapes.joined(
                    List.of(
                            maybe("enabled", FLAG),
                            field("host", TEXT),
                            maybe("port", WHOLE),
                            maybe("password", TEXT)),
                    RULES);

    static final Shape HEALTH =
            fields(
                    field("score", WHOLE),
                    field("state", TEXT),
                    field("message", TEXT),
                    field(
                            "reasons",
                            listOf(
                                    fields(
                                            field("cause", TEXT),
                                            field("points", WHOLE),
                                            field("text", TEXT)))));

    static final Shape DECISION =
            fields(
                    field("at", TEXT),
                    field("level", TEXT),
                    field("current", TEXT),
                    field("wanted", TEXT),
                    field("outcome", TEXT),
                    field("text", TEXT));

    static final Shape STATUS =
            fields(
                    field("active", FLAG),
                    field("connected", FLAG),
                    maybe("current_scene", TEXT),
                    field("in_fallback", FLAG),
                    field("held", FLAG),
                    field("problems", listOf(TEXT)),
                    maybe("health", HEALTH),
                    field("log", listOf(DECISION)));

    private ObsShapes() {}
}
