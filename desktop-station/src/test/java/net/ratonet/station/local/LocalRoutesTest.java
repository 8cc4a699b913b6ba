package net.ratonet.station.local;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.shared.wire.Json;
import net.ratonet.station.control.IdleControl;
import org.junit.jupiter.api.Test;

final class LocalRoutesTest {

    private final LocalRoutes routes =
            new LocalRoutes(IdleControl.desk(false), () -> Json.object().put("fps", 30));

    @Test
    void givesTheNumberOfAnOrderBack() {
        var reply = routes.answer("POST", "/commands", "{\"id\":\"9\",\"action\":\"ping\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"id\":\"9\",\"done\":true,\"explanation\":\"here\"}");
    }

    @Test
    void namesTheMistakeInACommand() {
        assertThat(routes.answer("POST", "/commands", "{\"action\":\"fly\"}"))
                .returns(422, Reply::status)
                .satisfies(reply -> assertThat(reply.body()).contains("action is unknown"));
        assertThat(routes.answer("POST", "/commands", "no json").status()).isEqualTo(400);
        assertThat(routes.answer("POST", "/commands", "[]").status()).isEqualTo(400);
    }

    @Test
    void takesAnAddressOnlyWhereOneCanStreamTo() {
        var reply =
                routes.answer(
                        "POST", "/commands", "{\"action\":\"live\",\"to\":\"gopher://x/key\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("a URL to stream to").doesNotContain("key");
    }

    @Test
    void refusesWhatIsTooLong() {
        var body = "x".repeat(LocalRoutes.LARGEST_BODY + 1);

        assertThat(routes.answer("POST", "/commands", body).status()).isEqualTo(413);
    }

    @Test
    void saysWhichMethodAPlaceTakesAndWhichPlacesThereAre() {
        assertThat(routes.answer("GET", "/commands", ""))
                .returns(405, Reply::status)
                .satisfies(reply -> assertThat(reply.headers()).containsEntry("Allow", "POST"));
        assertThat(routes.answer("DELETE", "/status", "").status()).isEqualTo(405);
        assertThat(routes.answer("GET", "/", ""))
                .returns(404, Reply::status)
                .satisfies(reply -> assertThat(reply.body()).contains("/metrics"));
    }

    @Test
    void givesItsNumbersToPrometheus() {
        assertThat(routes.answer("GET", "/metrics", ""))
                .returns("# TYPE ratonet_station_fps gauge\nratonet_station_fps 30\n", Reply::body)
                .satisfies(reply -> assertThat(reply.contentType()).startsWith("text/plain"));
    }

    @Test
    void tellsWhatSpeaksAgainstALive() {
        var check = routes.answer("GET", "/check", "");
        var live = routes.answer("POST", "/commands", "{\"action\":\"live\"}");

        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body())
                .contains("\"go\":false", "\"severity\":\"blocker\"", "\"code\":\"no_target\"");
        assertThat(live.status()).isEqualTo(409);
        assertThat(live.body())
                .contains("\"explanation\":\"No target is set.", "\"code\":\"no_target\"")
                .contains("\"severity\":\"warning\"");
        assertThat(routes.answer("POST", "/check", "").status()).isEqualTo(405);
    }
}
