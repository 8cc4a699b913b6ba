package net.ratonet.station.main;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.control.BondedLive;
import net.ratonet.station.control.CommandDesk;
import net.ratonet.station.control.ControlAnswer;
import net.ratonet.station.control.StationControl;
import net.ratonet.station.local.LocalDoor;
import net.ratonet.station.network.Bonding;
import net.ratonet.station.source.ChildJvmLauncher;
import net.ratonet.station.source.CodecSearch;
import net.ratonet.station.source.EncoderProbe;
import net.ratonet.station.source.EncoderSupervisor;
import net.ratonet.station.source.libav.EncoderMain;
import net.ratonet.station.telemetry.StationSnapshot;
import net.ratonet.station.telemetry.TelemetryLoop;
import net.ratonet.station.telemetry.link.LinkQuality;
import net.ratonet.station.uplink.Uplink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Builds the station in the order in which data flows, and takes it down in reverse.
final class StationWiring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StationWiring.class);

    /// Trying many encoders on a slow machine takes about this long.
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(60);

    private final StationConfig config;
    private final CodecSearch codecs;
    private final EncoderSupervisor encoder;
    private final Bonding bonding;
    private final BondedLive bonded;
    private final StationControl control;
    private final TelemetryLoop telemetry;
    private final Uplink uplink;
    private final LocalDoor door;

    StationWiring(StationConfig config) {
        this.config = config;
        var ticker = Ticker.system();
        var clock = InstantSource.system();
        codecs =
                new CodecSearch(
                        config.video().codec(),
                        new EncoderProbe(EncoderMain.class.getName())::tryOut);
        encoder = new EncoderSupervisor(new ChildJvmLauncher(EncoderMain.class.getName()), ticker);
        bonding = new Bonding(BondSettings.of(config), ticker, clock);
        bonded = new BondedLive(encoder, bonding, config.bond());
        control = new StationControl(encoder, bonded, config.video(), config.live(), codecs::now);
        telemetry = new TelemetryLoop(readings(ticker).measurements(), ticker, clock);
        var desk = new CommandDesk(control, config.local().moderatorsMayGoLive());
        uplink = new Uplink(config.relay(), config.folder(), desk, this::status, ticker, clock);
        var document = new StatusDocument(config);
        door = new LocalDoor(config.local().port(), config.folder(), desk, () -> state(document));
    }

    void start() throws InterruptedException {
        LOG.info("Station {} reports to {}", config.relay().streamerId(), config.relay().server());
        if (config.telemetry().simulated()) {
            LOG.warn("SIMULATED: the GPS ride and the modems sim-wwan0 to sim-wwan2 are invented.");
        }
        config.bond()
                .budgets()
                .forEach(plan -> bonding.plan(plan.link(), plan.capBytes(), plan.resetDay()));
        codecs.start();
        bonded.start();
        var _ = BondSettings.steer(bonding, bonded);
        encoder.start();
        uplink.start();
        var _ = telemetry.snapshots().subscribe(this::report);
        telemetry.start();
        door.start();
        if (config.live().target().isPresent()) {
            goLive();
        }
    }

    @Override
    public void close() {
        door.close();
        telemetry.close();
        uplink.close();
        encoder.close();
        bonded.close();
        LOG.info("Station ended");
    }

    private StationReadings readings(Ticker ticker) {
        return new StationReadings(
                config,
                this::quality,
                () -> BondSettings.uses(bonding.budgets()),
                this::newestReadings,
                ticker);
    }

    private Optional<LinkQuality> quality(String link) {
        return bonding.board().bond().get().link(link).flatMap(BondSettings::quality);
    }

    private StationSnapshot newestReadings() {
        return telemetry.snapshots().get();
    }

    private void goLive() throws InterruptedException {
        codecs.await(LONGEST_SEARCH);
        switch (control.goLive()) {
            case ControlAnswer.Done(var what) -> LOG.info("Starting: {}", what);
            case ControlAnswer.Refused(var why) -> LOG.error("Cannot go live: {}", why);
        }
    }

    private void report(StationSnapshot snapshot) {
        uplink.offer(SnapshotReports.of(snapshot));
    }

    private ObjectNode state(StatusDocument document) {
        return document.of(control, bonding, telemetry.snapshots().get(), uplink.state().get());
    }

    private Map<String, String> status() {
        return StatusValues.of(control.status(), control.bitrateCause(), config);
    }
}
