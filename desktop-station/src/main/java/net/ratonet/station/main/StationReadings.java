package net.ratonet.station.main;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.config.TelemetryConfig;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.LinksReading;
import net.ratonet.station.telemetry.Measurement;
import net.ratonet.station.telemetry.SimulatedModems;
import net.ratonet.station.telemetry.SimulatedRide;
import net.ratonet.station.telemetry.StationSnapshot;
import net.ratonet.station.telemetry.gps.PositionSources;
import net.ratonet.station.telemetry.host.HostCollector;
import net.ratonet.station.telemetry.host.PowerCollector;
import net.ratonet.station.telemetry.link.InterfaceCollector;
import net.ratonet.station.telemetry.link.LinkQuality;
import net.ratonet.station.telemetry.link.PingProbe;
import net.ratonet.station.telemetry.link.QualitySource;
import net.ratonet.station.telemetry.serial.SerialPorts;
import net.ratonet.station.telemetry.serial.SystemSerialPorts;

/// Everything that a station measures, by its settings.
final class StationReadings {

    private static final Duration NETWORK_PERIOD = Duration.ofSeconds(5);
    private static final Duration POWER_PERIOD = Duration.ofSeconds(10);
    private static final Duration LONGEST_READING = Duration.ofSeconds(4);

    private final TelemetryConfig config;
    private final String pingHost;
    private final Function<String, Optional<LinkQuality>> bonding;
    private final Ticker ticker;
    private final SerialPorts ports = new SystemSerialPorts();

    /// @param bonding what the bonding sees on a link, by interface; empty while it does not use it
    StationReadings(
            StationConfig config, Function<String, Optional<LinkQuality>> bonding, Ticker ticker) {
        this.config = config.telemetry();
        this.pingHost =
                this.config.pingHost().isEmpty()
                        ? config.relay().server().getHost()
                        : this.config.pingHost();
        this.bonding = bonding;
        this.ticker = ticker;
    }

    List<Measurement<?>> measurements() {
        var all = new ArrayList<Measurement<?>>();
        all.add(
                new Measurement<>(
                        "hardware",
                        config.interval(),
                        LONGEST_READING,
                        new HostCollector(Path.of("").toAbsolutePath()),
                        StationSnapshot::withHardware));
        all.add(
                new Measurement<>(
                        "power",
                        POWER_PERIOD,
                        LONGEST_READING,
                        PowerCollector.ofThisMachine(ticker),
                        StationSnapshot::withPower));
        if (config.simulated()) {
            addSimulated(all);
        } else {
            addReal(all);
        }
        return all;
    }

    private void addSimulated(List<Measurement<?>> all) {
        all.add(
                new Measurement<>(
                        "network",
                        NETWORK_PERIOD,
                        LONGEST_READING,
                        new SimulatedModems(System.nanoTime(), ticker),
                        StationSnapshot::withNetwork));
        all.add(position(SimulatedRide.aroundPaulista(ticker)));
    }

    private void addReal(List<Measurement<?>> all) {
        all.add(
                new Measurement<>(
                        "network",
                        NETWORK_PERIOD,
                        LONGEST_READING,
                        interfaces(),
                        StationSnapshot::withLinks));
        PositionSources.of(config.gpsDevice(), ports, ticker)
                .ifPresent(source -> all.add(position(source)));
    }

    private Collector<LinksReading> interfaces() {
        return InterfaceCollector.ofThisMachine(
                config.interfaces(),
                QualitySource.bonded(
                        bonding,
                        pingHost.equals("off") ? QualitySource.NONE : PingProbe.toward(pingHost)),
                Optional::empty,
                ticker);
    }

    private Measurement<?> position(Collector<GeoFix> source) {
        return new Measurement<>(
                "position",
                config.interval(),
                LONGEST_READING,
                source,
                StationSnapshot::withPosition);
    }
}
