package net.ratonet.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.ClockOverlay;
import net.ratonet.station.config.CodecWish;
import net.ratonet.station.config.LiveConfig;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.RecordingConfig;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.config.VideoConfig;
import net.ratonet.station.config.VideoInput;
import net.ratonet.station.source.CodecChoice;
import net.ratonet.station.source.EncoderCommand;
import net.ratonet.station.source.EncoderFeed;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.EncoderSupervisor;
import net.ratonet.station.source.FakeEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StationControlTest {

    private static final StreamTarget TARGET =
            StreamTarget.parse("rtmp://live.example/app/key").orElseThrow();

    private final FakeEncoder encoder = new FakeEncoder();
    private final EncoderSupervisor supervisor = new EncoderSupervisor(encoder, Ticker.system());
    private final StationControl control =
            control(new VideoInput.TestPicture(), Optional.of(TARGET));

    @BeforeEach
    void start() {
        supervisor.start();
    }

    @AfterEach
    void close() {
        supervisor.close();
    }

    @Test
    void goesLiveToTheTargetOfTheSettings() throws Exception {
        assertThat(control.goLive())
                .isEqualTo(new ControlAnswer.Done("going live to rtmp://live.example/***"));

        await(EncoderState.Starting.class::isInstance);
        assertThat(encoder.launched()).extracting(EncoderJob::target).containsExactly(TARGET);
    }

    @Test
    void refusesToGoLiveTwice() throws Exception {
        control.goLive();
        await(EncoderState.Starting.class::isInstance);

        assertThat(control.goLive()).isEqualTo(new ControlAnswer.Refused("already live"));
    }

    @Test
    void refusesToGoLiveWhileEncodersAreStillTried() {
        var early =
                new StationControl(
                        supervisor,
                        Unbonded.of(supervisor),
                        video(new VideoInput.TestPicture()),
                        new LiveConfig(Optional.of(TARGET)),
                        Optional::empty);

        assertThat(early.goLive())
                .isInstanceOfSatisfying(
                        ControlAnswer.Refused.class,
                        refused -> assertThat(refused.why()).contains("still being tried"));
    }

    @Test
    void encodesWithTheEncoderThatWasFoundAndSaysWhyItIsAnother() throws Exception {
        var chosen =
                new StationControl(
                        supervisor,
                        Unbonded.of(supervisor),
                        video(new VideoInput.TestPicture()),
                        new LiveConfig(Optional.of(TARGET)),
                        () -> Optional.of(new CodecChoice(VideoCodec.H264_QSV, "no NVIDIA here")));

        chosen.goLive();
        await(EncoderState.Starting.class::isInstance);

        assertThat(encoder.launched().getFirst().codec()).isEqualTo(VideoCodec.H264_QSV);
        assertThat(chosen.status().notice()).isEqualTo("no NVIDIA here");
    }

    @Test
    void refusesToGoLiveToNowhere() {
        assertThat(control(new VideoInput.TestPicture(), Optional.empty()).goLive())
                .isInstanceOf(ControlAnswer.Refused.class);
    }

    @Test
    void handsTheEncoderTheChosenSourceMuteAndSlate() throws Exception {
        control.mute(true);
        control.goLive();
        await(EncoderState.Starting.class::isInstance);

        control.selectSource("/dev/video2");
        control.showSlate(true);
        control.stop();
        await(EncoderState.Idle.class::isInstance);

        var muted = EncoderFeed.testPicture().withMute(true);
        var camera = muted.withVideo(new VideoInput.Camera("/dev/video2"));
        assertThat(encoder.launched()).extracting(EncoderJob::feed).containsExactly(muted);
        assertThat(encoder.sent())
                .startsWith(
                        new EncoderCommand.Choose(camera),
                        new EncoderCommand.Choose(camera.withSlate(true)));
    }

    @Test
    void keepsTheBitrateForTheNextLive() throws Exception {
        control.setBitrate(Bitrate.ofKbps(2_000));
        control.goLive();
        await(EncoderState.Starting.class::isInstance);

        assertThat(encoder.launched().getFirst().bitrate()).isEqualTo(Bitrate.ofKbps(2_000));
    }

    @Test
    void changesTheBitrateWhileLive() throws Exception {
        control.goLive();
        await(EncoderState.Starting.class::isInstance);

        control.setBitrate(Bitrate.ofKbps(2_000));
        await(state ->
                state instanceof EncoderState.Starting starting
                        && starting.job().bitrate().equals(Bitrate.ofKbps(2_000)));
        control.stop();
        await(EncoderState.Idle.class::isInstance);

        assertThat(encoder.sent())
                .containsExactly(
                        new EncoderCommand.SetBitrate(Bitrate.ofKbps(2_000)),
                        new EncoderCommand.Stop());
    }

    @Test
    void refusesABitrateThatNoEncoderTakes() {
        assertThat(control.setBitrate(Bitrate.ofKbps(1)))
                .isEqualTo(new ControlAnswer.Refused("the bitrate must be 100 to 50000 kbit/s"));
    }

    @Test
    void restartsOnlyWhatIsLive() throws Exception {
        assertThat(control.restartEncoder()).isInstanceOf(ControlAnswer.Refused.class);

        control.goLive();
        await(EncoderState.Starting.class::isInstance);

        assertThat(control.restartEncoder()).isInstanceOf(ControlAnswer.Done.class);
    }

    @Test
    void tellsHowTheStreamIsDoing() throws Exception {
        assertThat(control.status().state()).isEqualTo("idle");

        control.goLive();
        await(EncoderState.Starting.class::isInstance);
        assertThat(control.status().state()).isEqualTo("connecting");

        encoder.work();
        await(EncoderState.Running.class::isInstance);
        assertThat(control.status().state()).isEqualTo("live");
        assertThat(control.status().statistics()).contains(FakeEncoder.statistics());

        encoder.crash();
        await(EncoderState.Waiting.class::isInstance);
        assertThat(control.status().explanation()).isEqualTo("its process ended with 139");
    }

    @Test
    void recordsWithoutALiveAndSaysSo() throws Exception {
        assertThat(control.record(true))
                .isEqualTo(new ControlAnswer.Done("recording to recordings"));
        await(EncoderState.Starting.class::isInstance);

        assertThat(control.status().state()).isEqualTo("recording");
        assertThat(control.isLive()).isFalse();
        assertThat(encoder.launched().getFirst().isAlone()).isTrue();

        control.record(false);
        await(EncoderState.Idle.class::isInstance);
    }

    @Test
    void goesOnRecordingWhenTheLiveEnds() throws Exception {
        control.record(true);
        control.goLive();
        await(state ->
                state instanceof EncoderState.Starting starting && !starting.job().isAlone());
        assertThat(encoder.launched().getLast().recording()).isPresent();

        assertThat(control.stop())
                .isEqualTo(new ControlAnswer.Done("stopping; the recording goes on"));
        await(state -> state instanceof EncoderState.Starting starting && starting.job().isAlone());

        assertThat(encoder.launched().getLast().recording()).isPresent();
    }

    @Test
    void recordsEachLiveWhenTheSettingsSaySo() throws Exception {
        var usual = video(new VideoInput.TestPicture());
        var plan = usual.recording().plan();
        var recording =
                new StationControl(
                        supervisor,
                        Unbonded.of(supervisor),
                        new VideoConfig(
                                usual.input(),
                                usual.audio(),
                                usual.picture(),
                                usual.bitrate(),
                                usual.codec(),
                                new RecordingConfig(true, plan),
                                true,
                                ClockOverlay.UTC),
                        new LiveConfig(Optional.of(TARGET)),
                        () -> Optional.of(CodecChoice.USUAL));

        recording.goLive();
        await(EncoderState.Starting.class::isInstance);
        recording.stop();
        await(EncoderState.Idle.class::isInstance);

        var job = encoder.launched().getFirst();
        assertThat(job.recording()).contains(plan);
        assertThat(job.feed().clock()).isEqualTo(ClockOverlay.UTC);
    }

    private StationControl control(VideoInput input, Optional<StreamTarget> target) {
        return new StationControl(
                supervisor,
                Unbonded.of(supervisor),
                video(input),
                new LiveConfig(target),
                () -> Optional.of(CodecChoice.USUAL));
    }

    private void await(Predicate<EncoderState> reached) throws InterruptedException {
        var latch = new CountDownLatch(1);
        try (var _ =
                supervisor
                        .state()
                        .subscribe(state -> {
                            if (reached.test(state)) {
                                latch.countDown();
                            }
                        })) {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static VideoConfig video(VideoInput input) {
        return new VideoConfig(
                input,
                new PictureFormat(new Resolution(320, 240), 30),
                Bitrate.ofKbps(4_000),
                new CodecWish.Named(VideoCodec.LIBX264));
    }
}
