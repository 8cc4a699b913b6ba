package net.ratonet.station.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.ratonet.shared.testing.Await;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.local.LocalAnswer;
import net.ratonet.station.local.LocalClient;
import net.ratonet.station.source.libav.EncoderMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// The whole program as a process, live to a file, with no relay to be found.
final class StationProcessTest {

    private static final String KEY = "the-secret-key";
    private static final long LONGEST_END_MS = 3_000;
    private static final long PATIENCE_S = 60;

    @TempDir private Path folder;

    @Test
    void endsItselfAndItsEncoderWhenTold() throws Exception {
        try (var station = new RunningStation(folder)) {
            station.awaitLine("Encoder: live");
            var encoder = station.encoder();

            station.process.destroy();

            assertThat(station.process.waitFor(LONGEST_END_MS, TimeUnit.MILLISECONDS)).isTrue();
            assertEnds(encoder);
            assertThat(Files.size(folder.resolve("live.ts"))).isPositive();
        }
    }

    @Test
    void leavesNoEncoderBehindWhenItIsKilled() throws Exception {
        try (var station = new RunningStation(folder)) {
            station.awaitLine("Encoder: live");
            var encoder = station.encoder();

            station.process.destroyForcibly();

            assertEnds(encoder);
        }
    }

    @Test
    void keepsItsSecretsOutOfArgumentsAndDiary() throws Exception {
        try (var station = new RunningStation(folder)) {
            station.awaitLine("Encoder: live");

            assertThat(arguments(station.encoder()))
                    .contains(EncoderMain.class.getName())
                    .doesNotContain("live.ts", KEY);
            assertThat(station.diary.toString()).doesNotContain(KEY).contains("SIMULATED");
        }
    }

    /// All of them: what the JDK tells of another process ends after 4096 bytes of class path.
    private static String arguments(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException ended) {
            return "";
        }
    }

    @Test
    void obeysWhoeverAsksOnItsMachine() throws Exception {
        try (var station = new RunningStation(folder);
                var client = new LocalClient(folder.resolve(".ratonet"))) {
            station.awaitLine("Encoder: live");

            var encoder = station.encoder();

            assertThat(client.status())
                    .isInstanceOfSatisfying(
                            LocalAnswer.Given.class,
                            given -> {
                                assertThat(given.answer().at("/stream/state").asString())
                                        .isEqualTo("live");
                                assertThat(given.answer().at("/stream/picture").asString())
                                        .isEqualTo("320x240 at 30 fps");
                                assertThat(given.answer().at("/stream/source/state").asString())
                                        .isEqualTo("live");
                                assertThat(given.answer().at("/stream/encoder_lag_ms").isNumber())
                                        .isTrue();
                                assertThat(given.answer().toString()).doesNotContain(KEY);
                            });
            assertThat(client.command(Json.object().put("action", "stop")))
                    .isInstanceOf(LocalAnswer.Given.class);

            encoder.onExit().get(PATIENCE_S, TimeUnit.SECONDS);
        }
    }

    @Test
    void tellsAllThatItMeasuresAndWarnsOfADataPlanThatEnds() throws Exception {
        Files.createDirectory(folder.resolve(".ratonet"));
        Files.writeString(
                folder.resolve(".ratonet/links.json"),
                """
                {"sim-wwan0":{"cap_bytes":1000,"reset_day":1,"since":"%s","used_bytes":960}}
                """
                        .formatted(LocalDate.now(ZoneId.systemDefault()).withDayOfMonth(1)));
        try (var station = new RunningStation(folder);
                var client = new LocalClient(folder.resolve(".ratonet"))) {
            station.awaitLine("Encoder: live");

            Await.until("it has looked round", () -> status(client).path("modems").size() == 3);
            Await.until(
                    "it warns", () -> status(client).path("advice").toString().contains("96 %"));
            assertThat(status(client).at("/data_plans/0/level").asString())
                    .isEqualTo("nearly_spent");
            assertThat(StatusTable.lines(status(client)))
                    .anyMatch(line -> line.startsWith("sim-wwan0") && line.contains("(96 %)"))
                    .anyMatch(line -> line.startsWith("sim-wwan1") && line.contains("Claro"));
        }
    }

    private static ObjectNode status(LocalClient client) throws InterruptedException {
        return client.status() instanceof LocalAnswer.Given(var answer) ? answer : Json.object();
    }

    private static void assertEnds(ProcessHandle process) throws Exception {
        process.onExit().get(LONGEST_END_MS, TimeUnit.MILLISECONDS);
        assertThat(process.isAlive()).isFalse();
    }

    private static final class RunningStation implements AutoCloseable {

        private final Process process;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final StringBuilder diary = new StringBuilder();

        RunningStation(Path folder) throws IOException {
            var builder =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx128m",
                                    // Not the quiet one of the tests.
                                    "-Dlogback.configurationFile=logback.xml",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    StationMain.class.getName(),
                                    "--headless",
                                    "--simulate",
                                    "--video=testsrc")
                            .directory(folder.toFile())
                            .redirectErrorStream(true);
            builder.environment().put("FIELD_STREAMER_ID", "ana");
            builder.environment().put("FIELD_API_KEY", KEY);
            builder.environment().put("FIELD_SERVER_WS_URL", "ws://127.0.0.1:1/ws/field");
            builder.environment().put("FIELD_CONTROL_PORT", "0");
            builder.environment().put("FIELD_VIDEO_RESOLUTION", "320x240");
            builder.environment()
                    .put("FIELD_LIVE_TO", folder.resolve("live.ts").toUri().toString());
            process = builder.start();
            Thread.ofPlatform().daemon().name("diary").start(this::read);
        }

        void awaitLine(String part) throws InterruptedException {
            for (var line = next(); !line.contains(part); line = next()) {
                diary.append(line).append('\n');
            }
        }

        private String next() throws InterruptedException {
            var line = lines.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("the station says no more:\n" + diary);
            }
            return line;
        }

        private void read() {
            try (var in = process.inputReader(StandardCharsets.UTF_8)) {
                in.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException _) {
                // The station was killed.
            }
        }

        ProcessHandle encoder() {
            return process.children()
                    .filter(child -> arguments(child).contains(EncoderMain.class.getName()))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
