package net.ratonet.station.telemetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.telemetry.NetworkReading;

/// The machine's own network interfaces, as far as they can be known without sending anything:
/// which are up, of what class, and how much they carry. Delay and loss stay 0 until somebody
/// measures them, so the score has nothing to deduct. Owned by its collector thread.
public final class InterfaceCollector implements Collector<NetworkReading> {

    private final List<String> chosen;
    private final Supplier<List<InterfaceSample>> system;
    private final Ticker ticker;
    private final Map<String, Long> lastBytes = new HashMap<>();
    private long lastNanos;

    /// @param chosen names to report; empty = every usable one
    InterfaceCollector(List<String> chosen, Supplier<List<InterfaceSample>> system, Ticker ticker) {
        this.chosen = List.copyOf(chosen);
        this.system = system;
        this.ticker = ticker;
    }

    public static InterfaceCollector ofThisMachine(List<String> chosen, Ticker ticker) {
        return new InterfaceCollector(chosen, new SystemInterfaces(), ticker);
    }

    @Override
    public Optional<NetworkReading> collect() {
        var now = ticker.nowNanos();
        var samples = system.get();
        var links = new ArrayList<LinkReading>();
        samples.stream()
                .filter(this::isWanted)
                .forEach(sample -> links.add(link(sample, now - lastNanos)));
        chosen.stream()
                .filter(name -> samples.stream().noneMatch(sample -> sample.name().equals(name)))
                .forEach(name -> links.add(lost(name)));
        lastBytes.clear();
        samples.forEach(sample -> lastBytes.put(sample.name(), sample.bytes()));
        lastNanos = now;
        return Optional.of(new NetworkReading(links));
    }

    private boolean isWanted(InterfaceSample sample) {
        return chosen.isEmpty() ? sample.isUsable() : chosen.contains(sample.name());
    }

    private LinkReading link(InterfaceSample sample, long spanNanos) {
        if (!sample.isUsable()) {
            return lost(sample.name());
        }
        var before = lastBytes.getOrDefault(sample.name(), sample.bytes());
        var moved = Math.max(0, sample.bytes() - before);
        var mbps = spanNanos > 0 ? moved * 8.0 / spanNanos * 1e9 / 1e6 : 0;
        return new LinkReading(
                sample.name(),
                LinkClass.ofInterface(sample.name()),
                true,
                0,
                0,
                0,
                mbps,
                LinkScore.of(0, 0, 0));
    }

    private static LinkReading lost(String name) {
        return new LinkReading(name, LinkClass.ofInterface(name), false, 0, 0, 0, 0, 0);
    }
}
