package net.ratonet.station.main;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.config.TelemetryConfig;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.LinksReading;
import net.ratonet.station.telemetry.Measurement;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.SimulatedCells;
import net.ratonet.station.telemetry.SimulatedModems;
import net.ratonet.station.telemetry.SimulatedRide;
import net.ratonet.station.telemetry.StationSnapshot;
import net.ratonet.station.telemetry.advisor.AdviceCollector;
import net.ratonet.station.telemetry.advisor.DataUse;
import net.ratonet.station.telemetry.gps.PositionSources;
import net.ratonet.station.telemetry.host.HostCollector;
import net.ratonet.station.telemetry.host.PowerCollector;
import net.ratonet.station.telemetry.link.InterfaceCollector;
import net.ratonet.station.telemetry.link.LinkQuality;
import net.ratonet.station.telemetry.link.PingProbe;
import net.ratonet.station.telemetry.link.QualitySource;
import net.ratonet.station.telemetry.modem.LoginGuard;
import net.ratonet.station.telemetry.modem.UsbNeighbours;
import net.ratonet.station.telemetry.modem.at.AtModemCollector;
import net.ratonet.station.telemetry.modem.dbus.ModemManagerCollector;
import net.ratonet.station.telemetry.modem.glinet.GlinetCollector;
import net.ratonet.station.telemetry.modem.hilink.HilinkCollector;
import net.ratonet.station.telemetry.serial.SerialPorts;
import net.ratonet.station.telemetry.serial.SystemSerialPorts;
import net.ratonet.station.telemetry.starlink.StarlinkCollector;

/// Everything that a station measures, by its settings.
final class StationReadings {

    private static final Duration NETWORK_PERIOD = Duration.ofSeconds(5);
    private static final Duration ADVICE_PERIOD = Duration.ofSeconds(1);
    private static final Duration POWER_PERIOD = Duration.ofSeconds(10);
    private static final Duration MODEM_PERIOD = Duration.ofSeconds(5);
    private static final Duration LONGEST_MODEM_READING = Duration.ofSeconds(8);
    private static final Duration LONGEST_READING = Duration.ofSeconds(4);

    /// Finding a dish and learning its schema takes longer than any reading after that.
    private static final Duration LONGEST_DISH_READING = Duration.ofSeconds(6);

    private final TelemetryConfig config;
    private final String pingHost;
    private final Function<String, Optional<LinkQuality>> bonding;
    private final Supplier<StationSnapshot> newest;
    private final Supplier<Map<String, DataUse>> budgets;
    private final Ticker ticker;
    private final SerialPorts ports = new SystemSerialPorts();

    /// @param bonding what the bonding sees on a link, by interface; empty while it does not use it
    /// @param budgets of the links that have a data plan, by interface
    /// @param newest what has been measured so far, which the advice is made from
    StationReadings(
            StationConfig config,
            Function<String, Optional<LinkQuality>> bonding,
            Supplier<Map<String, DataUse>> budgets,
            Supplier<StationSnapshot> newest,
            Ticker ticker) {
        this.config = config.telemetry();
        this.pingHost =
                this.config.pingHost().isEmpty()
                        ? config.relay().server().getHost()
                        : this.config.pingHost();
        this.bonding = bonding;
        this.budgets = budgets;
        this.newest = newest;
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
        all.add(
                new Measurement<>(
                        "advice",
                        ADVICE_PERIOD,
                        LONGEST_READING,
                        new AdviceCollector(newest, budgets, ticker),
                        StationSnapshot::withAdvice));
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
        addModems(all, "simulated", new SimulatedCells(System.nanoTime(), ticker));
        all.add(position(SimulatedRide.aroundPaulista(ticker)));
    }

    private void addReal(List<Measurement<?>> all) {
        var dish = config.starlink().map(at -> new StarlinkCollector(at.host(), at.port(), ticker));
        dish.ifPresent(collector ->
                all.add(
                        new Measurement<>(
                                "starlink",
                                config.interval(),
                                LONGEST_DISH_READING,
                                collector,
                                StationSnapshot::withStarlink)));
        all.add(
                new Measurement<>(
                        "network",
                        NETWORK_PERIOD,
                        LONGEST_READING,
                        interfaces(dish.map(StarlinkCollector::localAddress)),
                        StationSnapshot::withLinks));
        if (config.modems()) {
            addModems(all);
        }
        PositionSources.of(config.gpsDevice(), ports, ticker)
                .ifPresent(source -> all.add(position(source)));
    }

    private void addModems(List<Measurement<?>> all) {
        var guard = new LoginGuard(config.modemLogins(), ticker);
        addModems(all, "hilink", HilinkCollector.ofThisMachine(guard, ticker));
        addModems(all, "glinet", GlinetCollector.ofThisMachine(guard, ticker));
        addModems(all, "modemmanager", ModemManagerCollector.ofThisMachine(ticker));
        addModems(
                all,
                "at",
                new AtModemCollector(
                        ports, config.modemPorts(), UsbNeighbours.ofThisMachine(), ticker));
    }

    private static void addModems(
            List<Measurement<?>> all, String source, Collector<List<ModemReading>> collector) {
        all.add(
                new Measurement<>(
                        "modems-" + source,
                        MODEM_PERIOD,
                        LONGEST_MODEM_READING,
                        collector,
                        (snapshot, found) -> snapshot.withModems(source, found)));
    }

    private Collector<LinksReading> interfaces(Optional<Supplier<Optional<String>>> dishAddress) {
        return InterfaceCollector.ofThisMachine(
                config.interfaces(),
                QualitySource.bonded(
                        bonding,
                        pingHost.equals("off") ? QualitySource.NONE : PingProbe.toward(pingHost)),
                dishAddress.orElse(Optional::empty),
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
