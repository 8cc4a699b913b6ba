package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.relay.telemetry.history.Keep;
import net.ratonet.relay.telemetry.history.LiveSession;
import net.ratonet.relay.telemetry.history.SessionBatch;
import net.ratonet.relay.telemetry.history.SessionId;
import net.ratonet.relay.telemetry.history.TrackPoint;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryApiTest {

    private WebWorld world;
    private RegisterResult.Registered ana;
    private String key;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
        rememberALive();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");
    private static final SessionId ID = new SessionId(7);

    private void rememberALive() throws IOException {
        ana = world.approved("ana");
        key = "?api_key=" + ana.apiKey();
        var fix = new GeoFix(-23.5, -46.6, 10, 700, 90, 8, FixKind.THREE_D);
        world.history.append(
                new SessionBatch(
                        List.of(
                                new LiveSession(
                                        ID,
                                        ana.account().id(),
                                        START,
                                        START.plusSeconds(60),
                                        true)),
                        List.of(
                                new SessionBatch.Point(
                                        ID, new TrackPoint(START, fix), Keep.SESSION)),
                        List.of(),
                        List.of()));
    }

    @Test
    void listsPastLives() throws IOException {
        var sessions = world.get("/api/me/sessions" + key).json().path("sessions");

        assertThat(sessions.size()).isEqualTo(1);
        assertThat(sessions.get(0).path("id").asString()).isEqualTo(ID.toString());
        assertThat(sessions.get(0).path("ended_at").asString()).isEqualTo("2026-05-01T10:01:00Z");
    }

    @Test
    void beginsAPageWhereItIsTold() throws IOException {
        var earlier = world.get("/api/me/sessions" + key + "&before=2026-05-01T09:00:00Z");
        var wrong = world.get("/api/me/sessions" + key + "&before=yesterday");

        assertThat(earlier.json().path("sessions").size()).isZero();
        assertThat(wrong.status()).isEqualTo(422);
    }

    @Test
    void showsOneLiveWithItsTrack() throws IOException {
        var session = world.get("/api/me/sessions/" + ID + key).json();

        assertThat(session.path("track").get(0).path("lat").asDouble()).isEqualTo(-23.5);
        assertThat(session.has("health")).isTrue();
        assertThat(session.has("events")).isTrue();
    }

    @Test
    void handsOutTheTrackAsAFile() throws IOException {
        var gpx = world.get("/api/me/sessions/" + ID + ".gpx" + key);

        assertThat(gpx.header("Content-Type")).startsWith("application/gpx+xml");
        assertThat(gpx.header("Content-Disposition")).contains("ratonet-" + ID + ".gpx");
        assertThat(gpx.body()).contains("<trkpt lat=\"-23.5\" lon=\"-46.6\">");
    }

    @Test
    void showsNobodyElsesLive() throws IOException {
        var bia = "?api_key=" + world.approved("bia").apiKey();

        assertThat(world.get("/api/me/sessions/" + ID + bia).status()).isEqualTo(404);
        assertThat(world.get("/api/me/sessions/nothing" + key).status()).isEqualTo(404);
    }
}
