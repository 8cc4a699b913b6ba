package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.ratonet.relay.web.http.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationApiTest {

    private WebWorld world;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void saysThatItRuns() throws IOException {
        assertThat(world.get("/healthz").body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void saysWhenItCannotWork() throws IOException {
        assertThat(world.get("/readyz").status()).isEqualTo(200);

        world.readiness.set(new Readiness.NotReady("the disk is gone"));

        assertThat(world.get("/readyz").status()).isEqualTo(503);
        assertThat(world.get("/readyz").detail()).isEqualTo("the disk is gone");
    }

    @Test
    void showsWhatHappensToPrometheus() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());
        for (var message : FieldMessages.ALL) {
            agent.send(message);
        }
        agent.send("{\"type\":\"gps\",\"data\":{\"lat\":\"abc\",\"lng\":0}}");
        agent.next("error");
        world.get("/api/status");

        var page = world.get("/metrics");

        assertThat(page.header("Content-Type")).startsWith("text/plain");
        assertThat(page.body())
                .contains(
                        "ratonet_requests_seconds_count{route=\"GET /api/status\",status=\"200\"}"
                                + " 1")
                .contains("ratonet_field_accepted_total 4.0")
                .contains("ratonet_field_refused_total 1.0")
                .contains("ratonet_field_sockets 1.0")
                .contains("ratonet_test_queue 17.0")
                .contains("ratonet_streamers_live 1")
                .contains("ratonet_streamer_links{streamer=\"" + ana.account().id() + "\"} 1.0")
                .contains("jvm_memory_used_bytes")
                .contains("process_cpu_usage")
                .doesNotContain(ana.apiKey(), ana.pullKey());
    }
}
