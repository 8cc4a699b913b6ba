package net.ratonet.station.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.network.LocalLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Over real sockets. That `127.0.0.2` is an address without being asked for holds on Linux.
@Tag("linux")
final class LinkTesterTest {

    private static final InetAddress RELAY = InetAddress.ofLiteral("127.0.0.1");

    private final Set<String> callers = ConcurrentHashMap.newKeySet();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private HttpServer relay;
    private int status = 200;

    @BeforeEach
    void open() throws IOException {
        relay = HttpServer.create(new InetSocketAddress(RELAY, 0), 50);
        relay.createContext("/api/uplink-test", this::swallow);
        relay.start();
    }

    @AfterEach
    void close() {
        relay.stop(0);
    }

    /// Answers in chunks, as a proxy may.
    private void swallow(HttpExchange call) throws IOException {
        callers.add(call.getRemoteAddress().getAddress().getHostAddress());
        keys.add(call.getRequestHeaders().getFirst("Authorization"));
        var bytes = call.getRequestBody().readAllBytes().length;
        var answer =
                status == 200
                        ? "{\"bytes\":%d,\"milliseconds\":400}".formatted(bytes)
                        : "{\"detail\":\"no\"}";
        call.sendResponseHeaders(status, 0);
        call.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
        call.close();
    }

    @Test
    void measuresOverTheLinkItself() {
        var trial = test(link("127.0.0.2"));

        assertThat(trial.rttMs()).hasSize(10);
        assertThat(trial.lossPct()).isZero();
        assertThat(callers).containsExactly("127.0.0.2");
        assertThat(keys).containsExactly("Bearer rn_key");
        assertThat(trial.bitsPerSecond()).isPresent();
        assertThat(trial.grade()).isEqualTo(LinkTrial.Grade.OK);
    }

    @Test
    void saysThatALinkCarriesNothing() {
        relay.stop(0);

        var trial = test(link("127.0.0.2"));

        assertThat(trial.grade()).isEqualTo(LinkTrial.Grade.FAILED);
        assertThat(trial.tries()).isEqualTo(3);
        assertThat(trial.trouble()).contains(Trouble.NOBODY_LISTENS);
    }

    @Test
    void saysWhyTheRateIsNotKnown() {
        status = 404;

        var trial = test(link("127.0.0.2"));

        assertThat(trial.grade()).isEqualTo(LinkTrial.Grade.DEGRADED);
        assertThat(trial.bitsPerSecond()).isEmpty();
        assertThat(trial.detail()).isEqualTo("no");
    }

    private LinkTrial test(LocalLink link) {
        var server = new ServerAddress(false, "127.0.0.1", relay.getAddress().getPort(), "");
        return new LinkTester(server, List.of(RELAY), "rn_key", Ticker.system()).test(link);
    }

    private static LocalLink link(String address) {
        return new LocalLink(address, 0, List.of(InetAddress.ofLiteral(address)), 8, true);
    }
}
