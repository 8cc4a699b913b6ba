package net.ratonet.station.main;

import java.time.Duration;
import java.util.function.Supplier;
import net.ratonet.station.control.ControlAnswer;
import net.ratonet.station.control.preflight.CheckReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes live when a station starts that is told to: a backpack may be on before its modems and its
/// camera are, so what blocks now is asked again until a person takes over. Lives on the virtual
/// thread "first-live".
final class FirstLive implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLive.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Supplier<ControlAnswer> gate;
    private final Duration pause;
    private final Thread thread = Thread.ofVirtual().name("first-live").unstarted(this::run);

    /// Owned by the thread.
    private String said = "";

    FirstLive(Supplier<ControlAnswer> gate) {
        this(gate, PAUSE);
    }

    FirstLive(Supplier<ControlAnswer> gate, Duration pause) {
        this.gate = gate;
        this.pause = pause;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (waits(gate.get())) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException _) {
            LOG.debug("the station ends before it was live");
        }
    }

    private boolean waits(ControlAnswer answer) {
        return switch (answer) {
            case ControlAnswer.Done(var what) -> {
                LOG.info("Starting: {}", what);
                yield false;
            }
            case ControlAnswer.Refused(var why) -> {
                LOG.warn("Not going live by itself: {}", why);
                yield false;
            }
            case ControlAnswer.Unready(var report) -> {
                say(report);
                yield true;
            }
        };
    }

    private void say(CheckReport report) {
        if (!report.refusal().equals(said)) {
            said = report.refusal();
            LOG.error("Cannot go live yet: {}", said);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
