package net.ratonet.lab.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A relay of our own, with its database in a folder of our own.
public final class RelayProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Relay ready: (http://\\S+)");
    private static final Duration START = Duration.ofSeconds(30);

    private final Child child;
    private final URI url;
    private final long startNanos;

    private RelayProcess(Child child, URI url, long startNanos) {
        this.child = child;
        this.url = url;
        this.startNanos = startNanos;
    }

    /// The relay as the launcher would start it, with its database in the given folder, and on any
    /// free ports for media.
    public static Program program(Checkout checkout, Path folder) {
        return checkout.program("relay", "relay-server", List.of())
                .with("DASHBOARD_HOST", "127.0.0.1")
                .with("SRT_BASE_PORT", "0")
                .with("SRTLA_REC_PORT", "0")
                .with("SRTLA_SEND_PORT", "0")
                .with("RTMP_PORT", "0")
                .with("DB_PATH", folder.resolve("ratonet.db").toString());
    }

    /// The same relay on any free ports, for one streamer of the lab, who needs nobody's approval.
    ///
    /// @param srtlaPort where the bond comes in
    public static Program withMedia(Program program, int srtlaPort) {
        return program.with("DASHBOARD_PORT", "0")
                .with("DB_AUTO_APPROVE", "true")
                .with("RATE_LIMIT_PER_SECOND", "0")
                .with("OUTPUT_PRIVATE_HOSTS", "true")
                .with("SRTLA_REC_PORT", Integer.toString(srtlaPort));
    }

    public static RelayProcess start(Program program, Path folder, Consumer<String> listener)
            throws IOException {
        var before = System.nanoTime();
        var child = Child.start(program, folder, listener);
        try {
            var url = child.expect(READY, START);
            return new RelayProcess(child, URI.create(url), System.nanoTime() - before);
        } catch (IOException mistake) {
            child.close();
            throw mistake;
        }
    }

    public static RelayProcess start(
            Checkout checkout,
            Path folder,
            UnaryOperator<Program> change,
            Consumer<String> listener)
            throws IOException {
        return start(change.apply(program(checkout, folder)), folder, listener);
    }

    public URI url() {
        return url;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort());
    }

    /// From the start of the process to the line that says it is ready.
    public Duration startTime() {
        return Duration.ofNanos(startNanos);
    }

    public Child child() {
        return child;
    }

    @Override
    public void close() {
        child.close();
    }
}
