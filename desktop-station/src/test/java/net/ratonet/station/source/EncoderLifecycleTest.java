package net.ratonet.station.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.RecordingPlan;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.source.EncoderState.Idle;
import net.ratonet.station.source.EncoderState.Running;
import net.ratonet.station.source.EncoderState.Starting;
import net.ratonet.station.source.EncoderState.Stopping;
import net.ratonet.station.source.EncoderState.Waiting;
import org.junit.jupiter.api.Test;

final class EncoderLifecycleTest {

    private static final EncoderJob JOB = job("udp://127.0.0.1:1");
    private static final EncoderJob OTHER_JOB = job("udp://127.0.0.1:2");
    private static final EncoderJob ALONE =
            new EncoderJob(
                    StreamTarget.NOWHERE,
                    JOB.picture(),
                    JOB.bitrate(),
                    JOB.codec(),
                    JOB.feed(),
                    Optional.of(new RecordingPlan(Path.of("r"), 100, 10, Duration.ofMinutes(1))));
    private static final EncoderAction LAUNCH = new EncoderAction.Launch(JOB);
    private static final EncoderAction STOP = new EncoderAction.Send(new EncoderCommand.Stop());
    private static final EncoderEvent WORKING =
            new EncoderEvent.Reported(new EncoderReport.Working(FakeEncoder.statistics()));
    private static final EncoderEvent CRASH = new EncoderEvent.Ended("it crashed");

    private final FakeTicker ticker = new FakeTicker();
    private final List<EncoderAction> actions = new ArrayList<>();
    private EncoderState state = new Idle();

    @Test
    void launchesWhenSomebodyGoesLive() {
        on(new EncoderEvent.LiveRequested(JOB));

        assertThat(state).isInstanceOf(Starting.class);
        assertThat(actions).containsExactly(LAUNCH);
    }

    @Test
    void runsOnceItReports() {
        beLive();

        assertThat(state)
                .isInstanceOfSatisfying(
                        Running.class,
                        running ->
                                assertThat(running.statistics())
                                        .isEqualTo(FakeEncoder.statistics()));
    }

    @Test
    void comesBackAfterACrashOneSecondLater() {
        beLive();

        on(CRASH);
        assertThat(state)
                .isInstanceOfSatisfying(
                        Waiting.class,
                        waiting -> assertThat(waiting.reason()).isEqualTo("it crashed"));

        pass(Duration.ofMillis(999));
        assertThat(actions).isEmpty();

        pass(Duration.ofMillis(1));
        assertThat(actions).containsExactly(LAUNCH);
    }

    @Test
    void waitsLongerAfterEachCrashUpToHalfAMinute() {
        beLive();

        assertThat(waitsAfterCrashes(7)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void forgetsOldCrashesOnceItRanForHalfAMinute() {
        beLive();
        waitsAfterCrashes(5);

        on(WORKING);
        for (var second = 0; second < 30; second++) {
            pass(Duration.ofSeconds(1));
            on(WORKING);
        }
        on(CRASH);

        assertThat(secondsUntilRetry()).isEqualTo(1);
    }

    @Test
    void givesTheReasonThatTheEncoderItselfGave() {
        beLive();

        on(new EncoderEvent.Reported(new EncoderReport.Failed("the target takes no more")));
        on(CRASH);

        assertThat(state)
                .isInstanceOfSatisfying(
                        Waiting.class,
                        waiting ->
                                assertThat(waiting.reason()).isEqualTo("the target takes no more"));
    }

    @Test
    void leavesAHardwareEncoderThatCrashedAndTakesTheCpu() {
        on(new EncoderEvent.LiveRequested(JOB.withCodec(VideoCodec.H264_VAAPI)));
        on(WORKING);

        on(CRASH);

        assertThat(state)
                .isInstanceOfSatisfying(
                        Waiting.class,
                        waiting -> assertThat(waiting.job().codec()).isEqualTo(VideoCodec.LIBX264));
    }

    @Test
    void takesTheCpuWhenAHardwareEncoderRefusesTheRealJob() {
        on(new EncoderEvent.LiveRequested(JOB.withCodec(VideoCodec.H264_NVENC)));
        actions.clear();

        on(new EncoderEvent.Reported(new EncoderReport.Failed("out of sessions", true)));
        on(CRASH);
        pass(Duration.ofSeconds(1));

        assertThat(actions).containsExactly(LAUNCH);
    }

    @Test
    void keepsAHardwareEncoderWhenOnlyTheTargetFailed() {
        on(new EncoderEvent.LiveRequested(JOB.withCodec(VideoCodec.H264_VAAPI)));
        on(WORKING);

        on(new EncoderEvent.Reported(new EncoderReport.Failed("the target takes no more")));
        on(CRASH);

        assertThat(state)
                .isInstanceOfSatisfying(
                        Waiting.class,
                        waiting ->
                                assertThat(waiting.job().codec()).isEqualTo(VideoCodec.H264_VAAPI));
    }

    @Test
    void endsTheEncoderWhenSomebodyStops() {
        beLive();

        on(new EncoderEvent.StopRequested());
        assertThat(actions).containsExactly(STOP);

        on(new EncoderEvent.Ended("its process ended with 0"));
        assertThat(state).isEqualTo(new Idle());
    }

    @Test
    void killsAnEncoderThatDoesNotEnd() {
        beLive();
        on(new EncoderEvent.StopRequested());
        actions.clear();

        pass(Duration.ofMillis(1_500));
        assertThat(actions).containsExactly(new EncoderAction.Kill());

        on(CRASH);
        assertThat(state).isEqualTo(new Idle());
    }

    @Test
    void doesNotComeBackWhenStoppedBetweenTwoAttempts() {
        beLive();
        on(CRASH);

        on(new EncoderEvent.StopRequested());
        pass(Duration.ofMinutes(1));

        assertThat(state).isEqualTo(new Idle());
        assertThat(actions).isEmpty();
    }

    @Test
    void restartsWithTheSameJob() {
        beLive();

        on(new EncoderEvent.RestartRequested());
        on(new EncoderEvent.Ended("its process ended with 0"));

        assertThat(actions).containsExactly(STOP, LAUNCH);
    }

    @Test
    void triesAtOnceWhenAskedToRestartWhileWaiting() {
        beLive();
        on(CRASH);

        on(new EncoderEvent.RestartRequested());

        assertThat(actions).containsExactly(LAUNCH);
    }

    @Test
    void movesToAnotherTarget() {
        beLive();

        on(new EncoderEvent.LiveRequested(OTHER_JOB));
        on(new EncoderEvent.Ended("its process ended with 0"));

        assertThat(actions).containsExactly(STOP, new EncoderAction.Launch(OTHER_JOB));
    }

    @Test
    void goesLiveAgainWhenAskedWhileStopping() {
        beLive();
        on(new EncoderEvent.StopRequested());

        on(new EncoderEvent.LiveRequested(OTHER_JOB));
        assertThat(state).isInstanceOf(Stopping.class);
        on(new EncoderEvent.StopRequested());
        on(CRASH);

        assertThat(state).as("the last wish counts").isEqualTo(new Idle());
    }

    @Test
    void changesTheBitrateWithoutARestart() {
        beLive();
        var lower = Bitrate.ofKbps(900);

        on(new EncoderEvent.BitrateRequested(lower));

        assertThat(actions)
                .containsExactly(new EncoderAction.Send(new EncoderCommand.SetBitrate(lower)));
    }

    @Test
    void keepsTheBitrateOverACrash() {
        beLive();
        on(new EncoderEvent.BitrateRequested(Bitrate.ofKbps(900)));
        on(CRASH);
        on(new EncoderEvent.BitrateRequested(Bitrate.ofKbps(800)));

        pass(Duration.ofSeconds(1));

        assertThat(actions)
                .contains(new EncoderAction.Launch(JOB.withBitrate(Bitrate.ofKbps(800))));
    }

    @Test
    void killsAnEncoderThatFallsSilent() {
        beLive();

        pass(Duration.ofMillis(14_999));
        assertThat(actions).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(actions).containsExactly(new EncoderAction.Kill());

        on(CRASH);
        assertThat(state)
                .isInstanceOfSatisfying(
                        Waiting.class,
                        waiting -> assertThat(waiting.reason()).contains("silent for 15 s"));
    }

    @Test
    void killsAnEncoderThatNeverGetsGoing() {
        on(new EncoderEvent.LiveRequested(JOB));
        actions.clear();

        pass(Duration.ofSeconds(25));

        assertThat(actions).containsExactly(new EncoderAction.Kill());
    }

    @Test
    void takesNoNoticeOfWordsFromTheGrave() {
        on(WORKING);
        on(CRASH);
        on(new EncoderEvent.RestartRequested());
        on(new EncoderEvent.BitrateRequested(Bitrate.ofKbps(900)));
        on(new EncoderEvent.Reported(new EncoderReport.Failed("late")));

        assertThat(state).isEqualTo(new Idle());
        assertThat(actions).isEmpty();
    }

    @Test
    void recordsAloneWhenNobodyIsLiveAndEndsWithTheRecording() {
        on(new EncoderEvent.RecordingRequested(ALONE));
        assertThat(actions).containsExactly(new EncoderAction.Launch(ALONE));

        on(WORKING);
        on(new EncoderEvent.RecordingEndRequested());
        on(CRASH);
        assertThat(state).isEqualTo(new Idle());
    }

    @Test
    void recordsALiveWithoutARestart() {
        beLive();

        on(new EncoderEvent.RecordingRequested(ALONE));
        on(new EncoderEvent.RecordingEndRequested());

        assertThat(actions)
                .containsExactly(
                        new EncoderAction.Send(new EncoderCommand.RecordTo(ALONE.recording())),
                        new EncoderAction.Send(new EncoderCommand.RecordTo(Optional.empty())));
        assertThat(state.task()).contains(JOB);
    }

    @Test
    void keepsTheRecordingOverACrash() {
        beLive();
        on(new EncoderEvent.RecordingRequested(ALONE));
        on(CRASH);

        pass(Duration.ofSeconds(1));

        assertThat(actions)
                .contains(new EncoderAction.Launch(JOB.withRecording(ALONE.recording())));
    }

    @Test
    void goesOnRecordingWhenTheLiveEndsAndGoesLiveFromThere() {
        beLive();

        on(new EncoderEvent.OnlyRecordRequested(ALONE));
        on(new EncoderEvent.Ended("its process ended with 0"));
        assertThat(actions).containsExactly(STOP, new EncoderAction.Launch(ALONE));
        actions.clear();

        on(new EncoderEvent.OnlyRecordRequested(ALONE));
        assertThat(actions).as("it does so already").isEmpty();

        on(new EncoderEvent.LiveRequested(JOB));
        on(new EncoderEvent.Ended("its process ended with 0"));
        assertThat(actions).containsExactly(STOP, LAUNCH);
    }

    private List<Long> waitsAfterCrashes(int crashes) {
        var waits = new ArrayList<Long>();
        for (var crash = 0; crash < crashes; crash++) {
            on(CRASH);
            waits.add(secondsUntilRetry());
            pass(Duration.ofSeconds(waits.getLast()));
        }
        return waits;
    }

    private long secondsUntilRetry() {
        assertThat(state).isInstanceOf(Waiting.class);
        return Duration.ofNanos(((Waiting) state).retryNanos() - ticker.nowNanos()).toSeconds();
    }

    private void beLive() {
        on(new EncoderEvent.LiveRequested(JOB));
        on(WORKING);
        actions.clear();
    }

    private void pass(Duration time) {
        ticker.advance(time);
        on(new EncoderEvent.TimePassed());
    }

    private void on(EncoderEvent event) {
        var step = EncoderLifecycle.on(state, event, ticker.nowNanos());
        state = step.next();
        actions.addAll(step.actions());
    }

    private static EncoderJob job(String url) {
        return new EncoderJob(
                StreamTarget.parse(url).orElseThrow(),
                new PictureFormat(new Resolution(1_280, 720), 30),
                Bitrate.ofKbps(4_000),
                VideoCodec.LIBX264);
    }
}
