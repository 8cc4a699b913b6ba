package net.ratonet.station.telemetry.serial;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import net.ratonet.shared.testing.Await;

/// A serial cable made of two pseudo terminals, by socat: the program under test opens one end as
/// it opens any port, the test holds the other.
public final class PtyPair implements AutoCloseable {

    private final Process socat;
    private final Path near;
    private final Path far;

    public PtyPair(Path folder) throws IOException {
        near = folder.resolve("ttyUSB-near");
        far = folder.resolve("ttyUSB-far");
        socat =
                new ProcessBuilder(
                                "socat",
                                "pty,raw,echo=0,link=" + near,
                                "pty,raw,echo=0,link=" + far)
                        .inheritIO()
                        .start();
        Await.until("socat has made both ends", () -> Files.exists(near) && Files.exists(far));
    }

    /// What the program opens.
    public String path() throws IOException {
        return near.toRealPath().toString();
    }

    /// The device's end.
    public Path device() {
        return far;
    }

    public OutputStream deviceOutput() throws IOException {
        return Files.newOutputStream(far);
    }

    /// Pulls the cable; twice is harmless.
    public void unplug() {
        socat.destroy();
        socat.onExit().join();
    }

    @Override
    public void close() {
        unplug();
    }
}
