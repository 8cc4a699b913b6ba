package net.ratonet.station.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import net.ratonet.shared.wire.Decoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the encoder as a Java process of the same installation, so that a crash in native code
/// costs that process only. Two threads per process drain what it says: platform threads, because a
/// read from a pipe would hold on to the carrier of a virtual one, of which a small machine has
/// two.
public final class ChildJvmLauncher implements EncoderLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(ChildJvmLauncher.class);

    private final ChildJvm children;

    /// @param mainClass speaks the lines of `EncoderLineCodec` on its standard streams
    public ChildJvmLauncher(String mainClass) {
        this.children = new ChildJvm(mainClass);
    }

    @Override
    public EncoderProcess launch(EncoderJob job, Consumer<EncoderEvent> events) throws IOException {
        var process = children.start();
        drain("encoder-stderr", () -> drainComplaints(process));
        drain("encoder-reports", () -> drainReports(process, events));
        var child = new ChildProcess(process);
        child.send(new EncoderCommand.Start(job));
        return child;
    }

    private static void drain(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    private static void drainReports(Process process, Consumer<EncoderEvent> events) {
        try (var lines = reader(process.getInputStream())) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                report(line, events);
            }
            events.accept(new EncoderEvent.Ended("its process ended with " + process.waitFor()));
        } catch (IOException | InterruptedException trouble) {
            process.destroyForcibly();
            events.accept(new EncoderEvent.Ended("its process was lost: " + trouble.getMessage()));
        }
    }

    private static void report(String line, Consumer<EncoderEvent> events) {
        switch (EncoderLineCodec.decodeReport(line)) {
            case Decoded.Accepted<EncoderReport>(var report) ->
                    events.accept(new EncoderEvent.Reported(report));
            case Decoded.Refused<EncoderReport>(var field, var reason) ->
                    LOG.warn("The encoder's report is wrong: {} {}", field, reason);
            case Decoded.Malformed<EncoderReport> _ -> LOG.warn("The encoder said: {}", line);
        }
    }

    private static void drainComplaints(Process process) {
        try (var lines = reader(process.getErrorStream())) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.warn("Encoder: {}", line);
            }
        } catch (IOException trouble) {
            LOG.debug("the encoder's complaints ended: {}", trouble.getMessage());
        }
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private record ChildProcess(Process process) implements EncoderProcess {

        @Override
        public void send(EncoderCommand command) {
            try {
                var line = EncoderLineCodec.encode(command) + "\n";
                process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            } catch (IOException _) {
                LOG.debug("the encoder is gone already");
            }
        }

        /// By its handle, which leaves the streams open: the end is told when it has really come.
        @Override
        public void kill() {
            process.toHandle().destroyForcibly();
        }
    }
}
