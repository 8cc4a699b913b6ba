package net.ratonet.station.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.control.IdleControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

final class LocalDoorTest {

    private static final int PATIENCE_MS = 20_000;

    @TempDir private Path folder;

    private volatile ObjectNode state = Json.object().put("streamer", "ana").put("number", 1);
    private LocalDoor door;
    private LocalClient client;

    @BeforeEach
    void open() {
        door = door();
        door.start();
        client = new LocalClient(folder);
    }

    @AfterEach
    void close() {
        client.close();
        door.close();
    }

    @Test
    void tellsTheStateToWhoeverHasTheToken() throws Exception {
        assertThat(client.status()).isEqualTo(new LocalAnswer.Given(state));
    }

    @Test
    void carriesCommandsOutAndSaysWhatBecameOfThem() throws Exception {
        var order = Json.object().put("action", "bitrate").put("kbps", 2_500);

        assertThat(client.command(order))
                .isInstanceOfSatisfying(
                        LocalAnswer.Given.class,
                        given ->
                                assertThat(given.answer().path("explanation").asString())
                                        .isEqualTo("aiming at 2500 kbit/s"));
        assertThat(client.command(Json.object().put("action", "live")))
                .isEqualTo(
                        new LocalAnswer.Refused(
                                "No target is set. Give FIELD_LIVE_TO, or an address with: station"
                                        + " live -"));
    }

    @Test
    void knowsNobodyElse() throws Exception {
        assertThat(exchange("GET /status HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\n"))
                .startsWith("HTTP/1.1 401")
                .contains("control-token")
                .doesNotContain("ana");
        assertThat(exchange(request("Bearer wrong", "127.0.0.1:" + port())))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void answersNoNameThatAPageInABrowserCouldHaveTakenOn() throws Exception {
        assertThat(exchange(request("Bearer " + token(), "evil.example:" + port())))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("ana");
        assertThat(exchange(request("Bearer " + token(), "localhost:" + port())))
                .startsWith("HTTP/1.1 200")
                .contains("ana")
                .doesNotContainIgnoringCase("access-control");
    }

    @Test
    void showsNoPictureWhileNothingIsEncodedAndNoneToStrangers() throws Exception {
        var ask = request("Bearer " + token(), "localhost:" + port());

        assertThat(exchange(ask.replace("/status", "/preview.jpg")))
                .startsWith("HTTP/1.1 409")
                .contains("nothing is encoded now");
        assertThat(exchange(ask.replace("/status", "/preview.jpg").replace("GET", "POST")))
                .startsWith("HTTP/1.1 405");
        assertThat(
                        exchange(
                                request("Bearer no", "localhost:" + port())
                                        .replace("/status", "/preview.jpg")))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void tellsTheStateThenEachChange() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        client.events(lines::add);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
        assertThat(await(lines, "data:")).contains("\"streamer\":\"ana\"");

        state = Json.object().put("streamer", "ana").put("number", 2);

        assertThat(await(lines, "data:")).isEqualTo("data: {\"number\":2}");
    }

    @Test
    void saysWhenNoStationRuns() throws Exception {
        door.close();

        assertThat(client.status())
                .isInstanceOfSatisfying(
                        LocalAnswer.Unreachable.class,
                        unreachable -> assertThat(unreachable.why()).contains("no station runs"));
    }

    @Test
    void keepsItsTokenAcrossRestarts() throws Exception {
        var token = token();
        door.close();

        door = door();
        door.start();

        assertThat(token()).isEqualTo(token);
        assertThat(client.status()).isInstanceOf(LocalAnswer.Given.class);
    }

    @Test
    @Tag("linux")
    void showsItsTokenToItsUserOnly() throws IOException {
        var file = folder.resolve("control-token");

        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void goesOnWithoutADoorWhenThePortIsTaken() throws Exception {
        try (var second =
                new LocalDoor(
                        OptionalInt.of(port()),
                        folder.resolve("second"),
                        IdleControl.desk(false),
                        IdleControl.pictures(),
                        () -> state)) {
            second.start();

            assertThat(client.status()).isInstanceOf(LocalAnswer.Given.class);
        }
    }

    private LocalDoor door() {
        return new LocalDoor(
                OptionalInt.of(0),
                folder,
                IdleControl.desk(false),
                IdleControl.pictures(),
                () -> state);
    }

    private int port() throws IOException {
        return new DoorFiles(folder).readPort().orElseThrow();
    }

    private String token() throws IOException {
        return new DoorFiles(folder).readToken();
    }

    private static String request(String authorization, String host) {
        return "GET /status HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\n"
                .formatted(host, authorization);
    }

    private String exchange(String head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream()
                    .write(
                            (head + "Connection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String await(BlockingQueue<String> lines, String start)
            throws InterruptedException {
        while (true) {
            var line = lines.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
            if (line == null) {
                throw new AssertionError("no line that starts with " + start);
            }
            if (line.startsWith(start)) {
                return line;
            }
        }
    }
}
