package net.ratonet.station.telemetry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.telemetry.StarlinkReading;

/// The newest reading of every kind, each with its own time.
///
/// @param links what is known of each link beyond the network reading, by its name
/// @param modems what was found, by the way in which it was found
/// @param advice what the streamer should know, gravest first
/// @param troubles what is wrong with a collector, by its name; one that works is not listed
public record StationSnapshot(
        Optional<Timed<GeoFix>> position,
        Optional<Timed<HardwareReading>> hardware,
        Optional<Timed<NetworkReading>> network,
        Optional<Timed<StarlinkReading>> starlink,
        Optional<Timed<PowerReading>> power,
        Map<String, LinkDetail> links,
        Map<String, Timed<List<ModemReading>>> modems,
        List<Advice> advice,
        Map<String, String> troubles) {

    public static final StationSnapshot EMPTY =
            new StationSnapshot(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Map.of());

    public StationSnapshot {
        links = Map.copyOf(links);
        modems = Map.copyOf(modems);
        advice = List.copyOf(advice);
        troubles = Map.copyOf(troubles);
    }

    public StationSnapshot withPosition(Timed<GeoFix> fix) {
        return new StationSnapshot(
                Optional.of(fix),
                hardware,
                network,
                starlink,
                power,
                links,
                modems,
                advice,
                troubles);
    }

    public StationSnapshot withHardware(Timed<HardwareReading> reading) {
        return new StationSnapshot(
                position,
                Optional.of(reading),
                network,
                starlink,
                power,
                links,
                modems,
                advice,
                troubles);
    }

    public StationSnapshot withNetwork(Timed<NetworkReading> reading) {
        return withLinks(reading, links);
    }

    public StationSnapshot withLinks(Timed<LinksReading> reading) {
        return withLinks(
                new Timed<>(reading.value().network(), reading.at()), reading.value().details());
    }

    public StationSnapshot withStarlink(Timed<StarlinkReading> reading) {
        return new StationSnapshot(
                position,
                hardware,
                network,
                Optional.of(reading),
                power,
                links,
                modems,
                advice,
                troubles);
    }

    public StationSnapshot withPower(Timed<PowerReading> reading) {
        return new StationSnapshot(
                position,
                hardware,
                network,
                starlink,
                Optional.of(reading),
                links,
                modems,
                advice,
                troubles);
    }

    /// Keeps what one way of looking for modems found last.
    public StationSnapshot withModems(String source, Timed<List<ModemReading>> found) {
        var more = new HashMap<>(modems);
        more.put(source, found);
        return new StationSnapshot(
                position, hardware, network, starlink, power, links, more, advice, troubles);
    }

    public StationSnapshot withAdvice(Timed<List<Advice>> next) {
        return new StationSnapshot(
                position,
                hardware,
                network,
                starlink,
                power,
                links,
                modems,
                next.value(),
                troubles);
    }

    /// Every modem once: where one was found in two ways, the report that knows more.
    public List<ModemReading> allModems() {
        var best = new LinkedHashMap<String, ModemReading>();
        modems.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(source -> source.getValue().value().stream())
                .forEach(modem ->
                        best.merge(
                                modem.label(),
                                modem,
                                (one, other) -> other.detail() > one.detail() ? other : one));
        return List.copyOf(best.values());
    }

    StationSnapshot withTrouble(String collector, String reason) {
        var more = new HashMap<>(troubles);
        more.put(collector, reason);
        return withTroubles(more);
    }

    StationSnapshot withoutTrouble(String collector) {
        var fewer = new HashMap<>(troubles);
        fewer.remove(collector);
        return withTroubles(fewer);
    }

    private StationSnapshot withLinks(
            Timed<NetworkReading> reading, Map<String, LinkDetail> details) {
        return new StationSnapshot(
                position,
                hardware,
                Optional.of(reading),
                starlink,
                power,
                details,
                modems,
                advice,
                troubles);
    }

    private StationSnapshot withTroubles(Map<String, String> next) {
        return new StationSnapshot(
                position, hardware, network, starlink, power, links, modems, advice, next);
    }
}
