package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.NUMBER;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.WHOLE;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.ratonet.relay.telemetry.history.GpxWriter;
import net.ratonet.relay.telemetry.history.SessionCodec;
import net.ratonet.relay.telemetry.history.SessionId;
import net.ratonet.relay.telemetry.history.SessionRecord;
import net.ratonet.relay.telemetry.history.SessionStore;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Payload;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.shared.wire.Json;

/// A streamer's past lives, true positions included: for their owner only.
public final class HistoryRoutes implements RouteGroup {

    private static final int PAGE = 50;
    private static final String GPX = ".gpx";

    private static final List<Shape.Field> SESSION =
            List.of(field("id", TEXT), field("started_at", TEXT), field("ended_at", TEXT));

    private static final Shape RECORD =
            Shapes.joined(
                    SESSION,
                    List.of(
                            field(
                                    "track",
                                    listOf(
                                            fields(
                                                    field("at", TEXT),
                                                    field("lat", NUMBER),
                                                    field("lng", NUMBER),
                                                    field("speed_kmh", NUMBER),
                                                    field("altitude_m", NUMBER),
                                                    field("heading", NUMBER)))),
                            field(
                                    "health",
                                    listOf(
                                            fields(
                                                    field("at", TEXT),
                                                    field("score", WHOLE),
                                                    field("state", TEXT),
                                                    field("active_links", WHOLE),
                                                    field("total_links", WHOLE),
                                                    field("bitrate_kbps", NUMBER)))),
                            field(
                                    "events",
                                    listOf(
                                            fields(
                                                    field("at", TEXT),
                                                    field("type", TEXT),
                                                    field("detail", TEXT))))));

    private final SessionStore store;
    private final InstantSource clock;

    public HistoryRoutes(SessionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "History";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/me/sessions", "My past lives, newest first, 50 at a time")
                        .forStreamer()
                        .takes(Param.optional("before", "only lives that began before this time"))
                        .returns(field("sessions", listOf(new Shape.Fields(SESSION))))
                        .to(this::page),
                Route.get(
                                "/api/me/sessions/{session}",
                                "One past live; with .gpx behind the id its track as a GPX file")
                        .forStreamer()
                        .takes(Param.path("session", "the live's id, or the id and .gpx"))
                        .returns(RECORD)
                        .to(this::one));
    }

    private Answer page(Call call) throws IOException {
        var text = call.query("before");
        var before =
                text.isPresent()
                        ? instant(text.get())
                        : Optional.of(clock.instant().plusSeconds(1));
        if (before.isEmpty()) {
            return Answer.unprocessable("before", "must be an ISO-8601 time");
        }
        var sessions = Json.array();
        store.page(call.account().id(), before.get(), PAGE)
                .forEach(session -> sessions.add(SessionCodec.encode(session)));
        return Answer.json(Json.object().set("sessions", sessions));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException mistake) {
            return Optional.empty();
        }
    }

    private Answer one(Call call) throws IOException {
        var name = call.path("session");
        var gpx = name.endsWith(GPX);
        var id = SessionId.parse(gpx ? name.substring(0, name.length() - GPX.length()) : name);
        var record =
                id.isPresent()
                        ? store.load(call.account().id(), id.get())
                        : Optional.<SessionRecord>empty();
        if (record.isEmpty()) {
            return Answer.refusal(404, "no such session");
        }
        return gpx ? gpx(call, record.get()) : Answer.json(SessionCodec.encode(record.get()));
    }

    private static Answer gpx(Call call, SessionRecord record) {
        var file = "ratonet-%s.gpx".formatted(record.session().id());
        return new Answer(
                200,
                "application/gpx+xml",
                Payload.text(GpxWriter.write(record, call.account().name())),
                Map.of("Content-Disposition", "attachment; filename=\"" + file + "\""));
    }
}
