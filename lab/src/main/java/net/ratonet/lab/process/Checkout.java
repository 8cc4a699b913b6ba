package net.ratonet.lab.process;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the built programs of this checkout lie.
public record Checkout(Path root) {

    /// Found from the place of our own jar, `lab/target/lab.jar`.
    public static Checkout here() {
        var home = Path.of(System.getProperty("ratonet.root", ""));
        if (Files.exists(home.resolve("relay-server"))) {
            return new Checkout(home.toAbsolutePath());
        }
        throw new IllegalStateException(
                "start this through ./ratonet, which knows where the checkout is");
    }

    public Path relayJar() {
        return root.resolve("relay-server/target/relay-server.jar");
    }

    public Path stationJar() {
        return root.resolve("desktop-station/target/desktop-station.jar");
    }

    public Path labJar() {
        return root.resolve("lab/target/lab.jar");
    }
}
