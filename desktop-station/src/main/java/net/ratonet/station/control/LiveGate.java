package net.ratonet.station.control;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import net.ratonet.shared.flow.Latest;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.control.preflight.CheckReport;
import net.ratonet.station.control.preflight.Preflight;
import net.ratonet.station.control.preflight.Survey;
import net.ratonet.station.source.EncoderJob;

/// Lets a live begin only after a look around, which takes up to three seconds of the caller's
/// thread and holds up nobody else. Safe for any thread.
public final class LiveGate {

    private static final ControlAnswer ENDING = new ControlAnswer.Refused("the station is ending");

    private final StationControl control;
    private final Survey survey;
    private final Latest<Optional<CheckReport>> last = new Latest<>(Optional.empty());
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicInteger stops = new AtomicInteger();

    public LiveGate(StationControl control, Survey survey) {
        this.control = control;
        this.survey = survey;
    }

    /// What the newest look found.
    public Latest<Optional<CheckReport>> last() {
        return last;
    }

    /// Goes live to where the last live went, or to where the settings say.
    public ControlAnswer goLive() {
        return goLive(control.target());
    }

    public ControlAnswer goLive(StreamTarget to) {
        return goLive(Optional.of(to));
    }

    /// Goes live whatever speaks against it.
    public ControlAnswer goLiveAnyway(Optional<StreamTarget> to) {
        return to.map(control::goLive).orElseGet(control::goLive);
    }

    /// A look that is under way no longer leads to a live.
    public ControlAnswer stop() {
        stops.incrementAndGet();
        return control.stop();
    }

    /// Whether anybody has ended a live, or what was to become one, since the station started.
    public boolean wasStopped() {
        return stops.get() > 0;
    }

    public CheckReport check() throws InterruptedException {
        looking.lockInterruptibly();
        try {
            return look(control.target());
        } finally {
            looking.unlock();
        }
    }

    private ControlAnswer goLive(Optional<StreamTarget> to) {
        if (control.isLive()) {
            return new ControlAnswer.Refused("already live");
        }
        var before = stops.get();
        if (!looking.tryLock()) {
            return new ControlAnswer.Refused(
                    "a check is under way already; ask again in 3 seconds");
        }
        try {
            var report = look(to);
            if (!report.isGo()) {
                return new ControlAnswer.Unready(report);
            }
            return stops.get() == before
                    ? goLiveAnyway(to)
                    : new ControlAnswer.Refused("stopped before it began");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ENDING;
        } finally {
            looking.unlock();
        }
    }

    private CheckReport look(Optional<StreamTarget> to) throws InterruptedException {
        Function<StreamTarget, EncoderJob> job = control::job;
        var toTry = Optional.of(job).filter(_ -> !control.isWorking());
        var report = Preflight.judge(survey.look(to, toTry));
        last.publish(Optional.of(report));
        return report;
    }
}
