package net.ratonet.relay.scene.obs;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.ratonet.relay.scene.ObsSettings;
import net.ratonet.relay.scene.SceneRules;

/// The OBS that is installed on this machine, on a virtual screen, with a home, a port and a scene
/// collection of its own.
final class RealObs implements AutoCloseable {

    private static final String PASSWORD = "só-para-este-teste";

    private static final String STARTED = "Server started successfully on port";

    private static final String SCENES =
            """
            {"name": "t", "current_scene": "LIVE", "current_program_scene": "LIVE",
             "scene_order": [{"name": "LIVE"}, {"name": "BRB"}, {"name": "Banho"}],
             "sources": [
               {"id": "color_source_v3", "versioned_id": "color_source_v3", "name": "Mapa", "settings": {}},
               {"id": "scene", "versioned_id": "scene", "name": "LIVE",
                "settings": {"id_counter": 1, "items": [{"id": 1, "name": "Mapa", "visible": true}]}},
               {"id": "scene", "versioned_id": "scene", "name": "BRB", "settings": {"id_counter": 0, "items": []}},
               {"id": "scene", "versioned_id": "scene", "name": "Banho", "settings": {"id_counter": 0, "items": []}}
             ]}
            """;

    private final int port;
    private final Process screen;
    private final Process obs;

    private RealObs(int port, Process screen, Process obs) {
        this.port = port;
        this.screen = screen;
        this.obs = obs;
    }

    static boolean isInstalled() {
        return onPath("obs").isPresent() && onPath("Xvfb").isPresent();
    }

    /// Starts OBS within the directory, and waits until it listens.
    static RealObs start(Path directory) throws Exception {
        var port = freePort();
        var home = Files.createDirectories(directory.resolve("home"));
        writeSettings(home.resolve(".config/obs-studio"), port);
        var screen =
                new ProcessBuilder(
                                "Xvfb",
                                "-displayfd",
                                "1",
                                "-screen",
                                "0",
                                "1280x720x24",
                                "-nolisten",
                                "tcp")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var started = new RealObs(port, screen, launch(home, ":" + firstLine(screen)));
        try {
            started.awaitServer();
            return started;
        } catch (Exception failure) {
            started.close();
            throw failure;
        }
    }

    ObsSettings settings(SceneRules rules) {
        return new ObsSettings("127.0.0.1", port, PASSWORD, rules);
    }

    ObsSettings settingsWith(String password) {
        return new ObsSettings("127.0.0.1", port, password, SceneRules.DEFAULT);
    }

    void quit() throws InterruptedException {
        stop(obs);
    }

    @Override
    public void close() {
        try {
            stop(obs);
            stop(screen);
        } catch (InterruptedException _) {
            obs.destroyForcibly();
            screen.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Process launch(Path home, String display) throws IOException {
        var runtime =
                Files.createDirectory(
                        home.resolve("run"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        var builder =
                new ProcessBuilder(
                        "obs",
                        "--multi",
                        "--minimize-to-tray",
                        "--collection",
                        "t",
                        "--profile",
                        "t");
        var environment = builder.environment();
        environment.put("HOME", home.toString());
        environment.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        environment.put("XDG_RUNTIME_DIR", runtime.toString());
        environment.put("DISPLAY", display);
        environment.put("LIBGL_ALWAYS_SOFTWARE", "1");
        environment.put("QT_QPA_PLATFORM", "xcb");
        return builder.redirectErrorStream(true).directory(home.toFile()).start();
    }

    private static void writeSettings(Path config, int port) throws IOException {
        var scenes = Files.createDirectories(config.resolve("basic/scenes"));
        Files.writeString(scenes.resolve("t.json"), SCENES);
        Files.writeString(
                config.resolve("global.ini"),
                """
                [General]
                FirstRun=true
                EnableAutoUpdates=false

                [OBSWebSocket]
                FirstLoad=false
                ServerEnabled=true
                ServerPort=%d
                AlertsEnabled=false
                AuthRequired=true
                ServerPassword=%s
                """
                        .formatted(port, PASSWORD));
    }

    /// Reads OBS's log to the end, because a full pipe would stop it.
    private void awaitServer() throws Exception {
        var listening = new CompletableFuture<Boolean>();
        Thread.ofVirtual()
                .name("obs-log")
                .start(() -> {
                    try (var log = obs.inputReader()) {
                        readLog(log, listening);
                    } catch (IOException gone) {
                        listening.completeExceptionally(gone);
                    }
                });
        listening.get(45, TimeUnit.SECONDS);
    }

    private static void readLog(BufferedReader log, CompletableFuture<Boolean> listening)
            throws IOException {
        for (var line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains(STARTED)) {
                listening.complete(true);
            }
        }
        listening.completeExceptionally(new IOException("OBS ended before it listened"));
    }

    private static String firstLine(Process process) throws IOException {
        var line = process.inputReader().readLine();
        if (line == null) {
            throw new IOException("Xvfb gave no display");
        }
        return line.strip();
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
