package net.ratonet.station.main;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.config.TelemetryConfig;
import net.ratonet.station.control.ControlAnswer;
import net.ratonet.station.control.StationControl;
import net.ratonet.station.source.ChildJvmLauncher;
import net.ratonet.station.source.EncoderSupervisor;
import net.ratonet.station.source.libav.EncoderMain;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.HostCollector;
import net.ratonet.station.telemetry.InterfaceCollector;
import net.ratonet.station.telemetry.Measurement;
import net.ratonet.station.telemetry.SimulatedModems;
import net.ratonet.station.telemetry.SimulatedRide;
import net.ratonet.station.telemetry.StationSnapshot;
import net.ratonet.station.telemetry.TelemetryLoop;
import net.ratonet.station.telemetry.gps.PositionSources;
import net.ratonet.station.telemetry.serial.SystemSerialPorts;
import net.ratonet.station.uplink.Uplink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds the station in the order in which data flows, and takes it down in reverse.
final class StationWiring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StationWiring.class);

    private static final Duration NETWORK_PERIOD = Duration.ofSeconds(5);
    private static final Duration LONGEST_READING = Duration.ofSeconds(4);

    private final StationConfig config;
    private final EncoderSupervisor encoder;
    private final StationControl control;
    private final TelemetryLoop telemetry;
    private final Uplink uplink;

    StationWiring(StationConfig config) {
        this.config = config;
        var ticker = Ticker.system();
        var clock = InstantSource.system();
        encoder = new EncoderSupervisor(new ChildJvmLauncher(EncoderMain.class.getName()), ticker);
        control = new StationControl(encoder, config.video(), config.live());
        telemetry = new TelemetryLoop(measurements(config.telemetry(), ticker), ticker, clock);
        uplink = new Uplink(config.relay(), control, this::status, ticker, clock);
    }

    void start() {
        LOG.info("Station {} reports to {}", config.relay().streamerId(), config.relay().server());
        if (config.telemetry().simulated()) {
            LOG.warn("SIMULATED: the GPS ride and the modems sim-wwan0 to sim-wwan2 are invented.");
        }
        encoder.start();
        uplink.start();
        var _ = telemetry.snapshots().subscribe(this::report);
        telemetry.start();
        config.live().target().ifPresent(_ -> goLive());
    }

    @Override
    public void close() {
        telemetry.close();
        uplink.close();
        encoder.close();
        LOG.info("Station ended");
    }

    private void goLive() {
        switch (control.goLive()) {
            case ControlAnswer.Done(var what) -> LOG.info("Starting: {}", what);
            case ControlAnswer.Refused(var why) -> LOG.error("Cannot go live: {}", why);
        }
    }

    private void report(StationSnapshot snapshot) {
        uplink.offer(SnapshotReports.of(snapshot));
    }

    private Map<String, String> status() {
        return StatusValues.of(control.status(), config);
    }

    private static List<Measurement<?>> measurements(TelemetryConfig config, Ticker ticker) {
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
                        "network",
                        NETWORK_PERIOD,
                        LONGEST_READING,
                        config.simulated()
                                ? new SimulatedModems(System.nanoTime(), ticker)
                                : InterfaceCollector.ofThisMachine(config.interfaces(), ticker),
                        StationSnapshot::withNetwork));
        position(config, ticker)
                .ifPresent(source ->
                        all.add(
                                new Measurement<>(
                                        "position",
                                        config.interval(),
                                        LONGEST_READING,
                                        source,
                                        StationSnapshot::withPosition)));
        return all;
    }

    private static Optional<Collector<GeoFix>> position(TelemetryConfig config, Ticker ticker) {
        return config.simulated()
                ? Optional.of(SimulatedRide.aroundPaulista(ticker))
                : PositionSources.of(config.gpsDevice(), new SystemSerialPorts(), ticker);
    }
}
