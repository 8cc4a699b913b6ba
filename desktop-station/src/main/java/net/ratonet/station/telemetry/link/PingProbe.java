package net.ratonet.station.telemetry.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.ratonet.station.telemetry.DeviceRound;

/// Measures links by the system's `ping`, bound to each interface, all at once. Java itself cannot
/// send an echo request without being root.
public final class PingProbe implements QualitySource {

    /// Three pings as ever, close together so that a round fits between two readings.
    private static final List<String> PACE = List.of("-n", "-q", "-c", "3", "-i", "0.3", "-W", "2");

    private static final Duration LIMIT = Duration.ofMillis(3_200);

    private final String program;
    private final String host;
    private final DeviceRound<String> round = new DeviceRound<>("telemetry-ping");

    PingProbe(String program, String host) {
        this.program = program;
        this.host = host;
    }

    /// Linux only: elsewhere `ping` cannot be bound to an interface.
    public static QualitySource toward(String host) {
        return System.getProperty("os.name", "").startsWith("Linux")
                ? new PingProbe("ping", host)
                : QualitySource.NONE;
    }

    @Override
    public Map<String, LinkQuality> measure(List<String> interfaces) {
        return verdict(round.ask(interfaces, this::ping, LIMIT));
    }

    /// A host that answers on no link at all most likely does not answer pings, or is down itself:
    /// that says nothing against the links.
    static Map<String, LinkQuality> verdict(Map<String, LinkQuality> measured) {
        var heard = measured.values().stream().anyMatch(quality -> quality.lossPct() < 100);
        return heard ? new HashMap<>(measured) : Map.of();
    }

    private Optional<LinkQuality> ping(String name) {
        try {
            return PingOutput.parse(output(name));
        } catch (IOException _) {
            // No ping on this machine; the links stay unmeasured.
            return Optional.empty();
        }
    }

    private String output(String name) throws IOException {
        var command = new ArrayList<String>();
        command.add(program);
        command.addAll(PACE);
        command.addAll(List.of("-I", name, host));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return "";
            }
            return new String(process.getInputStream().readNBytes(4_096), StandardCharsets.UTF_8);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            process.destroyForcibly();
        }
    }
}
