package net.ratonet.station.control.preflight;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.RelayConfig;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.network.LocalLink;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderLauncher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at everything that a live depends on, all at the same time, on virtual threads named
/// "preflight-…", and never for longer than three seconds.
public final class Survey {

    private static final Logger LOG = LoggerFactory.getLogger(Survey.class);

    private static final Duration LONGEST = Duration.ofMillis(2_800);

    /// Leaves time to end the encoder that was tried.
    private static final Duration LONGEST_PROBE = Duration.ofMillis(2_400);

    private final RelayConfig relay;
    private final RelayProbe probe;
    private final SourceTrial trial;
    private final Instruments instruments;
    private final Bitrate ceiling;
    private final Ticker ticker;

    /// @param ceiling the most that the stream may take in all
    public Survey(
            RelayConfig relay,
            EncoderLauncher launcher,
            Instruments instruments,
            Bitrate ceiling,
            Ticker ticker,
            InstantSource clock) {
        this.relay = relay;
        this.probe = new RelayProbe(relay, clock);
        this.trial = new SourceTrial(launcher, ticker);
        this.instruments = instruments;
        this.ceiling = ceiling;
        this.ticker = ticker;
    }

    /// Looks at everything once.
    ///
    /// @param job what the encoder would do for such a target; empty while it is at work already
    public Circumstances look(
            Optional<StreamTarget> target, Optional<Function<StreamTarget, EncoderJob>> job)
            throws InterruptedException {
        var deadline = ticker.nowNanos() + LONGEST.toNanos();
        var threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("preflight-", 0).factory());
        try {
            return new Probes(threads, deadline).look(target, job);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isKnown(Optional<StreamTarget> target) {
        if (target.isEmpty() || target.get().staysHere()) {
            return true;
        }
        try {
            return InetAddress.getAllByName(target.get().host()).length > 0;
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /// The probes of one look.
    private final class Probes {

        private final ExecutorService threads;
        private final long deadline;

        Probes(ExecutorService threads, long deadline) {
            this.threads = threads;
            this.deadline = deadline;
        }

        Circumstances look(
                Optional<StreamTarget> target, Optional<Function<StreamTarget, EncoderJob>> job)
                throws InterruptedException {
            var known = begin(() -> isKnown(target));
            var answer = begin(() -> probe.ask(LONGEST_PROBE));
            var tried = begin(() -> attempt(job));
            var machine = begin(instruments.machine()::get);
            var links = begin(instruments.links()::get);
            return new Circumstances(
                    target,
                    await(known, false),
                    await(links, List.<LocalLink>of()),
                    relay.server().getHost(),
                    await(answer, new RelayAnswer.Silence("no answer in time")),
                    await(tried, new Trial.Undecided()),
                    await(machine, Machine.UNKNOWN),
                    ceiling,
                    instruments.uplink().get(),
                    instruments.spentLinks().get());
        }

        private Trial attempt(Optional<Function<StreamTarget, EncoderJob>> job)
                throws InterruptedException {
            return job.isPresent() ? trial.attempt(job.get(), LONGEST_PROBE) : new Trial.Works();
        }

        private <T> Future<T> begin(Callable<T> look) {
            return threads.submit(look);
        }

        private <T> T await(Future<T> answer, T otherwise) throws InterruptedException {
            try {
                return answer.get(deadline - ticker.nowNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                answer.cancel(true);
                return otherwise;
            } catch (ExecutionException bug) {
                LOG.warn("A look before the live went wrong", bug);
                return otherwise;
            }
        }
    }
}
