package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowDashboardTest {

    private WebWorld world;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
    }

    @AfterEach
    void close() {
        world.close();
    }

    /// X-2, N-4: in the predecessor one dashboard that did not read held up all others.
    @Test
    void closesTheStalledDashboardAndSparesTheOthers() throws Exception {
        var streamers = new ArrayList<RegisterResult.Registered>();
        for (var index = 0; index < 20; index++) {
            streamers.add(world.approved("streamer" + index));
        }
        try (var stalled = StalledSocket.open(world.port, "/ws/dashboard");
                var flood = new Flood(world, streamers)) {
            var good = world.dashboard("");
            good.next("full_sync");

            flood.start();
            Await.until("the stalled one is counted out", () -> dashboards() == 1);

            for (var index = 0; index < 200; index++) {
                good.next();
            }
            assertThat(good.isClosed()).isFalse();
            assertThat(stalled.isConnected()).isTrue();
        }
    }

    private int dashboards() throws IOException {
        return world.get("/api/status").json().path("dashboard_clients").asInt();
    }
}
