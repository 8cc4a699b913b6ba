package net.ratonet.relay.output.rtmp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import net.ratonet.shared.testing.Await;

/// Debian's nginx with its RTMP module, as a platform that writes down what it gets.
public final class Nginx implements AutoCloseable {

    private final Process process;
    private final Path folder;
    private final int port;

    private Nginx(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    public static boolean isInstalled() {
        return Files.exists(Path.of("/usr/lib/nginx/modules/ngx_rtmp_module.so"));
    }

    public static Nginx start(Path folder) throws IOException {
        assumeTrue(isInstalled(), "nginx has no RTMP module here");
        Files.createDirectories(folder.resolve("recordings"));
        var port = freePort();
        var config = folder.resolve("nginx.conf");
        Files.writeString(config, config(folder, port));
        var process =
                new ProcessBuilder(
                                "/usr/sbin/nginx",
                                "-p",
                                folder.toString(),
                                "-e",
                                folder.resolve("error.log").toString(),
                                "-c",
                                config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output.log").toFile())
                        .start();
        Await.until(
                "nginx listens",
                () -> {
                    new Socket(InetAddress.getLoopbackAddress(), port).close();
                    return true;
                });
        return new Nginx(process, folder, port);
    }

    private static String config(Path folder, int port) {
        var user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
        return """
        load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;
        daemon off;
        %s
        error_log %s/error.log;
        pid %s/nginx.pid;
        events {}
        rtmp {
          access_log %s/access.log;
          server {
            listen 127.0.0.1:%d;
            chunk_size 4096;
            application live {
              live on;
              record all;
              record_path %s/recordings;
            }
          }
        }
        """
                .formatted(user, folder, folder, folder, port, folder);
    }

    public String url(String key) {
        return "rtmp://127.0.0.1:%d/live/%s".formatted(port, key);
    }

    /// The one recording, once it is whole: nginx logs a visit when it is over.
    public Path recording() {
        Await.until(
                "the visit is over",
                () -> Files.readString(folder.resolve("access.log")).contains("PUBLISH"));
        return Await.value(
                "nginx has recorded",
                () -> {
                    try (var files = Files.list(folder.resolve("recordings"))) {
                        return files.findFirst();
                    }
                });
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
