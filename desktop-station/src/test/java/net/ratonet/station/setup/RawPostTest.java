package net.ratonet.station.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import net.ratonet.station.network.LinkConnection;
import net.ratonet.station.network.LocalLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Encrypted, over a socket that is bound to a link.
final class RawPostTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final int BYTES = 300_000;

    @TempDir private Path folder;

    private HttpsServer relay;
    private SSLContext tls;

    @BeforeEach
    void open() throws Exception {
        tls = context(certificate());
        relay = HttpsServer.create(new InetSocketAddress(HERE, 0), 50);
        relay.setHttpsConfigurator(new HttpsConfigurator(tls));
        relay.createContext(
                "/api/uplink-test",
                call -> {
                    var got = call.getRequestBody().readAllBytes().length;
                    var answer = "{\"bytes\":%d}".formatted(got).getBytes(StandardCharsets.UTF_8);
                    call.sendResponseHeaders(200, answer.length);
                    call.getResponseBody().write(answer);
                    call.close();
                });
        relay.start();
    }

    @AfterEach
    void close() {
        relay.stop(0);
    }

    @Test
    void sendsEncrypted() throws Exception {
        assertThat(send("localhost", tls.getSocketFactory()))
                .isInstanceOfSatisfying(
                        RelayReply.Given.class,
                        given -> assertThat(given.json().path("bytes").asInt()).isEqualTo(BYTES));
    }

    @Test
    void sendsNoKeyToWhoeverCannotProveTheName() {
        assertThatThrownBy(() -> send("relay.example.org", tls.getSocketFactory()))
                .isInstanceOf(SSLException.class);
    }

    private RelayReply send(String host, SSLSocketFactory factory) throws Exception {
        var port = relay.getAddress().getPort();
        var link = new LocalLink("127.0.0.1", 0, List.of(HERE), 8, true);
        try (var connection =
                LinkConnection.open(link, List.of(HERE), port, Duration.ofSeconds(5))) {
            return new RawPost(new ServerAddress(true, host, port, ""), "rn_key", factory)
                    .send(connection.socket(), BYTES);
        }
    }

    private KeyStore certificate() throws Exception {
        var file = folder.resolve("keys.p12");
        var made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "relay",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                file.toString())
                        .inheritIO()
                        .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static SSLContext context(KeyStore store) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
