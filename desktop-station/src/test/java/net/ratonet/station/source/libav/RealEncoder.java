package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.source.ChildJvmLauncher;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.EncoderStatistics;
import net.ratonet.station.source.EncoderSupervisor;

/// A supervisor with a real encoder process, and ways to wait for it.
final class RealEncoder implements AutoCloseable {

    static final Bitrate FIRST_BITRATE = Bitrate.ofKbps(4_000);

    /// The first start unpacks the native libraries.
    private static final long PATIENCE_S = 60;

    private final EncoderSupervisor supervisor =
            new EncoderSupervisor(
                    new ChildJvmLauncher(EncoderMain.class.getName()), Ticker.system());

    RealEncoder() {
        supervisor.start();
    }

    static EncoderJob job(String url, Resolution resolution) {
        return new EncoderJob(
                StreamTarget.parse(url).orElseThrow(),
                new PictureFormat(resolution, 30),
                FIRST_BITRATE,
                VideoCodec.LIBX264);
    }

    EncoderSupervisor supervisor() {
        return supervisor;
    }

    void request(EncoderEvent event) {
        supervisor.request(event);
    }

    EncoderState awaitState(Predicate<EncoderState> reached) {
        var arrival = new CompletableFuture<EncoderState>();
        try (var _ =
                supervisor
                        .state()
                        .subscribe(state -> {
                            if (reached.test(state)) {
                                arrival.complete(state);
                            }
                        })) {
            return arrival.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException trouble) {
            throw new AssertionError("stuck in " + supervisor.state().get(), trouble);
        }
    }

    EncoderStatistics awaitStatistics(Predicate<EncoderStatistics> reached) {
        var state =
                awaitState(now ->
                        now instanceof EncoderState.Running running
                                && reached.test(running.statistics()));
        return ((EncoderState.Running) state).statistics();
    }

    /// The encoder process of this test's JVM.
    static ProcessHandle process() {
        return find().orElseThrow(() -> new AssertionError("there is no encoder process"));
    }

    static Optional<ProcessHandle> find() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> commandLine(child).contains(EncoderMain.class.getSimpleName()))
                .findFirst();
    }

    /// The JDK cuts long ones off, and a class path is long.
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException _) {
            return process.info().commandLine().orElse("");
        }
    }

    @Override
    public void close() {
        supervisor.close();
        assertThat(supervisor.state().get()).isEqualTo(new EncoderState.Idle());
    }
}
