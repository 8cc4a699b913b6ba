package net.ratonet.station.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.source.EncoderState.Idle;
import net.ratonet.station.source.EncoderState.Running;
import net.ratonet.station.source.EncoderState.Starting;
import net.ratonet.station.source.EncoderState.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EncoderSupervisorTest {

    private static final EncoderJob JOB =
            new EncoderJob(
                    StreamTarget.parse("udp://127.0.0.1:1").orElseThrow(),
                    new PictureFormat(new Resolution(320, 240), 30),
                    Bitrate.ofKbps(500),
                    VideoCodec.LIBX264);

    private final FakeEncoder encoder = new FakeEncoder();
    private final EncoderSupervisor supervisor = new EncoderSupervisor(encoder, Ticker.system());

    @BeforeEach
    void start() {
        supervisor.start();
    }

    @AfterEach
    void close() {
        supervisor.close();
    }

    @Test
    void launchesAndFollowsTheEncoder() {
        supervisor.request(new EncoderEvent.LiveRequested(JOB));
        await(Starting.class::isInstance);

        encoder.work();
        await(Running.class::isInstance);

        assertThat(encoder.launched()).containsExactly(JOB);
    }

    @Test
    void launchesAgainAfterACrash() {
        supervisor.request(new EncoderEvent.LiveRequested(JOB));
        await(Starting.class::isInstance);

        encoder.crash();
        await(Waiting.class::isInstance);
        await(Starting.class::isInstance);

        assertThat(encoder.launched()).hasSize(2);
    }

    @Test
    void tellsThatThereIsNothingToLaunch() {
        encoder.vanish();

        supervisor.request(new EncoderEvent.LiveRequested(JOB));

        await(state ->
                state instanceof Waiting(_, _, _, var reason)
                        && reason.equals("it cannot be started: no such program"));
    }

    @Test
    void endsTheEncoderBeforeItEndsItself() {
        supervisor.request(new EncoderEvent.LiveRequested(JOB));
        await(Starting.class::isInstance);

        supervisor.close();

        assertThat(encoder.sent()).contains(new EncoderCommand.Stop());
        assertThat(supervisor.state().get()).isEqualTo(new Idle());
    }

    @Test
    void killsAnEncoderThatIgnoresTheFarewell() {
        encoder.ignoreCommands();
        supervisor.request(new EncoderEvent.LiveRequested(JOB));
        await(Starting.class::isInstance);

        supervisor.close();

        assertThat(supervisor.state().get()).isEqualTo(new Idle());
    }

    private void await(Predicate<EncoderState> reached) {
        var latch = new CountDownLatch(1);
        try (var _ =
                supervisor
                        .state()
                        .subscribe(state -> {
                            if (reached.test(state)) {
                                latch.countDown();
                            }
                        })) {
            assertThat(latch.await(10, TimeUnit.SECONDS))
                    .as("reached in time; now " + supervisor.state().get())
                    .isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
