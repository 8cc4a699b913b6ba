package net.ratonet.station.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.source.EncoderState.Idle;
import net.ratonet.station.source.EncoderState.Running;
import net.ratonet.station.source.EncoderState.Starting;
import net.ratonet.station.source.EncoderState.Stopping;
import net.ratonet.station.source.EncoderState.Waiting;
import org.junit.jupiter.api.Test;

final class EncoderDiaryTest {

    private static final EncoderJob JOB =
            new EncoderJob(
                    StreamTarget.parse("rtmp://live.example/app/secret-key").orElseThrow(),
                    new PictureFormat(new Resolution(1_280, 720), 30),
                    Bitrate.ofKbps(4_000),
                    VideoCodec.LIBX264);
    private static final EncoderState IDLE = new Idle();
    private static final EncoderState STARTING = new Starting(JOB, 0, 0, Optional.empty());
    private static final EncoderState RUNNING =
            new Running(JOB, 0, 0, 0, FakeEncoder.statistics(), Optional.empty());

    @Test
    void tellsEachTurnInPlainWordsAndWithoutTheKey() {
        assertThat(EncoderDiary.lines(IDLE, STARTING))
                .contains(
                        "Encoder: connecting to rtmp://live.example/***, 1280x720 at 30 fps at 4000"
                                + " kbit/s");
        assertThat(EncoderDiary.lines(STARTING, RUNNING))
                .contains("Encoder: live to rtmp://live.example/***");
        assertThat(EncoderDiary.lines(RUNNING, new Waiting(JOB, 1, 0, "it crashed")))
                .contains("Encoder: stopped working (it crashed), attempt 2 follows");
        assertThat(EncoderDiary.lines(new Stopping(Optional.empty(), 0), IDLE))
                .contains("Encoder: not live");
    }

    @Test
    void tellsWhatBecomesOfTargetAndRecording() {
        var lost = new OutletReading(OutletState.LOST, "Connection refused");
        var halted = new RecordingReading(RecordingState.HALTED, "the disk is full", 0, 0, 0);

        assertThat(EncoderDiary.lines(RUNNING, running(lost, RecordingReading.OFF)))
                .containsExactly(
                        "Encoder: rtmp://live.example/*** is tried again and again (Connection"
                                + " refused); the recording goes on");
        assertThat(EncoderDiary.lines(RUNNING, running(OutletReading.OPEN, halted)))
                .containsExactly("Recording: the disk is full");
        assertThat(EncoderDiary.lines(running(OutletReading.OPEN, halted), RUNNING))
                .containsExactly("Recording ended");
    }

    private static Running running(OutletReading outlet, RecordingReading recording) {
        var statistics = FakeEncoder.statistics();
        return new Running(
                JOB,
                0,
                0,
                0,
                statistics.with(statistics.feed(), outlet, recording),
                Optional.empty());
    }

    @Test
    void keepsQuietWhileNothingTurns() {
        assertThat(EncoderDiary.lines(STARTING, STARTING)).isEmpty();
        assertThat(EncoderDiary.lines(RUNNING, RUNNING)).isEmpty();
        assertThat(EncoderDiary.lines(RUNNING, new Stopping(Optional.empty(), 0))).isEmpty();
    }
}
