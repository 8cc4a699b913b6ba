package net.ratonet.station.main;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.awake.AwakeLoop;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.control.BondedLive;
import net.ratonet.station.control.CommandDesk;
import net.ratonet.station.control.ControlAnswer;
import net.ratonet.station.control.LiveGate;
import net.ratonet.station.control.PictureTaker;
import net.ratonet.station.control.StationControl;
import net.ratonet.station.control.preflight.CheckReport;
import net.ratonet.station.local.CheckJson;
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
    private final LiveGate gate;
    private final FirstLive first;
    private final AwakeLoop awake = new AwakeLoop();
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
        var launcher = new ChildJvmLauncher(EncoderMain.class.getName());
        encoder = new EncoderSupervisor(launcher, ticker);
        bonding = new Bonding(BondSettings.of(config), ticker, clock);
        bonded = new BondedLive(encoder, bonding, config.bond());
        control = new StationControl(encoder, bonded, config.video(), config.live(), codecs::now);
        telemetry = new TelemetryLoop(readings(ticker).measurements(), ticker, clock);
        gate =
                new LiveGate(
                        control,
                        StationChecks.of(
                                config, launcher, bonding, this::newestReadings, ticker, clock));
        first = new FirstLive(this::goLive);
        var desk = new CommandDesk(control, gate, config.local().moderatorsMayGoLive());
        uplink = new Uplink(config.relay(), config.folder(), desk, this::status, ticker, clock);
        var document = new StatusDocument(config);
        door =
                new LocalDoor(
                        config.local().port(),
                        config.folder(),
                        desk,
                        new PictureTaker(encoder, ticker),
                        () -> state(document));
    }

    void start() {
        LOG.info("Station {} reports to {}", config.relay().streamerId(), config.relay().server());
        if (config.telemetry().simulated()) {
            LOG.warn("SIMULATED: the GPS ride and the modems sim-wwan0 to sim-wwan2 are invented.");
        }
        config.bond()
                .budgets()
                .forEach(plan -> bonding.plan(plan.link(), plan.capBytes(), plan.resetDay()));
        codecs.start();
        var _ = gate.last().subscribe(report -> report.ifPresent(StationWiring::warn));
        awake.start();
        var _ = encoder.state().subscribe(_ -> awake.want(control.status().job().isPresent()));
        var _ =
                encoder.state()
                        .subscribe(now -> now.task().ifPresent(job -> codecs.follow(job.codec())));
        bonded.start();
        var _ = BondSettings.steer(bonding, bonded);
        encoder.start();
        uplink.start();
        var _ = telemetry.snapshots().subscribe(this::report);
        if (config.video().stepDown()) {
            var step = new PictureStep(control, Ticker.system());
            var _ = telemetry.snapshots().subscribe(_ -> step.look());
        }
        telemetry.start();
        door.start();
        if (config.live().target().isPresent()) {
            first.start();
        }
    }

    /// Everything that speaks against a live; the station need not have been started.
    CheckReport check() throws InterruptedException {
        return gate.check();
    }

    @Override
    public void close() {
        first.close();
        door.close();
        telemetry.close();
        uplink.close();
        encoder.close();
        awake.close();
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

    private ControlAnswer goLive() {
        try {
            codecs.await(LONGEST_SEARCH);
            return gate.wasStopped()
                    ? new ControlAnswer.Refused("somebody has said stop")
                    : gate.goLive();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new ControlAnswer.Refused("the station is ending");
        }
    }

    private static void warn(CheckReport report) {
        report.warnings().forEach(finding -> LOG.warn("Check: {}", finding));
    }

    private void report(StationSnapshot snapshot) {
        uplink.offer(SnapshotReports.of(snapshot));
    }

    private ObjectNode state(StatusDocument document) {
        var json = document.of(control, bonding, telemetry.snapshots().get(), uplink.state().get());
        gate.last().get().ifPresent(report -> json.set("check", CheckJson.of(report)));
        return json;
    }

    private Map<String, String> status() {
        return StatusValues.of(control.status(), control.bitrateCause(), config);
    }
}
