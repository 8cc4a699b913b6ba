package net.ratonet.station.telemetry.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.LinkDetail;
import net.ratonet.station.telemetry.LinkScore;
import net.ratonet.station.telemetry.LinksReading;

/// The machine's network interfaces: which are up, of what class, how much they carry, and how good
/// they are as far as somebody measures that. Owned by its collector thread.
public final class InterfaceCollector implements Collector<LinksReading> {

    private final List<String> chosen;
    private final InterfaceSources sources;
    private final Ticker ticker;
    private final Map<String, InterfaceSample> before = new HashMap<>();
    private long beforeNanos;

    /// Reports the chosen names; when none is chosen, every usable one.
    InterfaceCollector(List<String> chosen, InterfaceSources sources, Ticker ticker) {
        this.chosen = List.copyOf(chosen);
        this.sources = sources;
        this.ticker = ticker;
    }

    public static InterfaceCollector ofThisMachine(
            List<String> chosen,
            QualitySource quality,
            Supplier<Optional<String>> dishAddress,
            Ticker ticker) {
        return new InterfaceCollector(
                chosen, InterfaceSources.ofThisMachine(quality, dishAddress), ticker);
    }

    @Override
    public Optional<LinksReading> collect() {
        var now = ticker.nowNanos();
        var samples = sources.system().get();
        var wanted =
                samples.stream()
                        .filter(this::isWanted)
                        .sorted(Comparator.comparing(InterfaceSample::name))
                        .toList();
        var links = links(wanted, now - beforeNanos);
        before.clear();
        samples.forEach(sample -> before.put(sample.name(), sample));
        beforeNanos = now;
        return Optional.of(links);
    }

    private boolean isWanted(InterfaceSample sample) {
        return chosen.isEmpty()
                ? sample.isUsable() && !LinkClassifier.isInner(sample.name())
                : chosen.contains(sample.name());
    }

    private LinksReading links(List<InterfaceSample> samples, long spanNanos) {
        var usable = samples.stream().filter(InterfaceSample::isUsable).toList();
        var quality =
                sources.quality().measure(usable.stream().map(InterfaceSample::name).toList());
        var levels = sources.wifiLevels().get();
        var dish = sources.dishAddress().get();
        var readings = new ArrayList<LinkReading>();
        var details = new HashMap<String, LinkDetail>();
        for (var sample : usable) {
            var hardware = sources.hardware().apply(sample.name());
            var detail = detail(sample, hardware, levels, spanNanos);
            details.put(sample.name(), detail);
            readings.add(
                    reading(
                            sample.name(),
                            linkClass(sample, hardware, dish),
                            quality.getOrDefault(sample.name(), LinkQuality.UNMEASURED),
                            detail));
        }
        lost(usable).forEach(readings::add);
        return new LinksReading(new NetworkReading(readings), details);
    }

    private static LinkClass linkClass(
            InterfaceSample sample, LinkHardware hardware, Optional<String> dish) {
        return dish.filter(sample::has).isPresent()
                ? LinkClass.STARLINK
                : LinkClassifier.classify(sample.name(), hardware);
    }

    private static LinkReading reading(
            String name, LinkClass type, LinkQuality quality, LinkDetail detail) {
        return new LinkReading(
                name,
                type,
                quality.lossPct() < 100,
                quality.rttMs(),
                quality.jitterMs(),
                quality.lossPct(),
                detail.receivedMbps() + detail.sentMbps(),
                quality.lossPct() < 100
                        ? LinkScore.of(quality.rttMs(), quality.jitterMs(), quality.lossPct())
                        : 0);
    }

    private LinkDetail detail(
            InterfaceSample sample,
            LinkHardware hardware,
            Map<String, Integer> levels,
            long spanNanos) {
        var old = before.getOrDefault(sample.name(), sample);
        var level = levels.get(sample.name());
        return new LinkDetail(
                sample.addresses(),
                hardware.driver(),
                hardware.usbPath(),
                level == null ? OptionalInt.empty() : OptionalInt.of(level),
                mbps(sample.received() - old.received(), spanNanos),
                mbps(sample.sent() - old.sent(), spanNanos));
    }

    /// A counter that fell began anew.
    private static double mbps(long bytes, long spanNanos) {
        return spanNanos > 0 ? Math.max(0, bytes) * 8.0 / spanNanos * 1e9 / 1e6 : 0;
    }

    private List<LinkReading> lost(List<InterfaceSample> usable) {
        return chosen.stream()
                .filter(name -> usable.stream().noneMatch(sample -> sample.name().equals(name)))
                .map(name ->
                        new LinkReading(
                                name,
                                LinkClassifier.classify(name, sources.hardware().apply(name)),
                                false,
                                0,
                                0,
                                0,
                                0,
                                0))
                .toList();
    }
}
