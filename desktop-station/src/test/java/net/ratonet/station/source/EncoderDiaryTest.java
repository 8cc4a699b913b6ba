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
        assertThat(EncoderDiary.line(IDLE, STARTING))
                .contains(
                        "Encoder: connecting to rtmp://live.example/***, 1280x720 at 30 fps at 4000"
                                + " kbit/s");
        assertThat(EncoderDiary.line(STARTING, RUNNING))
                .contains("Encoder: live to rtmp://live.example/***");
        assertThat(EncoderDiary.line(RUNNING, new Waiting(JOB, 1, 0, "it crashed")))
                .contains("Encoder: stopped working (it crashed), attempt 2 follows");
        assertThat(EncoderDiary.line(new Stopping(Optional.empty(), 0), IDLE))
                .contains("Encoder: not live");
    }

    @Test
    void keepsQuietWhileNothingTurns() {
        assertThat(EncoderDiary.line(STARTING, STARTING)).isEmpty();
        assertThat(EncoderDiary.line(RUNNING, RUNNING)).isEmpty();
        assertThat(EncoderDiary.line(RUNNING, new Stopping(Optional.empty(), 0))).isEmpty();
    }
}
