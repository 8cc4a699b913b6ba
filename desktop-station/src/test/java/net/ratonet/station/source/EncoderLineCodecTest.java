package net.ratonet.station.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.station.config.AudioInput;
import net.ratonet.station.config.ClockOverlay;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.RecordingPlan;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.config.VideoInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EncoderLineCodecTest {

    private static final EncoderJob JOB =
            new EncoderJob(
                    StreamTarget.parse("rtmp://live.example/app/key").orElseThrow(),
                    new PictureFormat(new Resolution(1_280, 720), 30),
                    Bitrate.ofKbps(4_000),
                    VideoCodec.LIBX264);

    private static final RecordingPlan PLAN =
            new RecordingPlan(
                    Path.of("/media/ana/my card"), 8_000_000, 1_000_000, Duration.ofMinutes(5));

    @Test
    void carriesEveryCommand() {
        assertSurvives(new EncoderCommand.Start(JOB));
        assertSurvives(new EncoderCommand.SetBitrate(Bitrate.ofKbps(2_500)));
        assertSurvives(
                new EncoderCommand.Choose(
                        new EncoderFeed(
                                VideoInput.parse("rtsp://ana:pw@cam/1").orElseThrow(),
                                new AudioInput.Device("hw:1"),
                                true,
                                true,
                                ClockOverlay.LOCAL)));
        assertSurvives(new EncoderCommand.Start(JOB.withRecording(Optional.of(PLAN))));
        assertSurvives(new EncoderCommand.Start(alone()));
        assertSurvives(new EncoderCommand.RecordTo(Optional.of(PLAN)));
        assertSurvives(new EncoderCommand.RecordTo(Optional.empty()));
        assertSurvives(new EncoderCommand.Preview());
        assertSurvives(new EncoderCommand.SetPace(2));
        assertSurvives(new EncoderCommand.Keyframe());
        assertSurvives(new EncoderCommand.Stop());
    }

    @Test
    void carriesEveryReport() {
        assertSurvives(new EncoderReport.Working(FakeEncoder.statistics()));
        assertSurvives(
                new EncoderReport.Working(
                        FakeEncoder.statistics()
                                .with(
                                        FeedReading.unheard(),
                                        new OutletReading(OutletState.LOST, "Broken pipe"),
                                        new RecordingReading(
                                                RecordingState.HALTED, "full", 7, 91.5, 3))
                                .withPace(2)));
        assertSurvives(new EncoderReport.Preview("/9j/4AAQ"));
        assertSurvives(new EncoderReport.Failed("Cannot reach it"));
        assertSurvives(new EncoderReport.Failed("No capable devices found", true));
        assertSurvives(new EncoderReport.Tried(Optional.empty()));
        assertSurvives(new EncoderReport.Tried(Optional.of("no driver")));
    }

    @Test
    void writesCommandsThatAPersonCanType() {
        assertThat(EncoderLineCodec.encode(new EncoderCommand.SetBitrate(Bitrate.ofKbps(2_500))))
                .isEqualTo("{\"command\":\"bitrate\",\"kbps\":2500.0}");
        assertThat(EncoderLineCodec.encode(new EncoderCommand.Stop()))
                .isEqualTo("{\"command\":\"stop\"}");
    }

    @Test
    void cutsAnEndlessReason() {
        var line = EncoderLineCodec.encode(new EncoderReport.Failed("x".repeat(5_000)));

        assertThat(EncoderLineCodec.decodeReport(line))
                .isEqualTo(new Decoded.Accepted<>(new EncoderReport.Failed("x".repeat(1_000))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"command\":\"explode\"}",
                "{\"command\":\"bitrate\"}",
                "{\"command\":\"bitrate\",\"kbps\":-1}",
                "{\"command\":\"start\",\"url\":\"nowhere\"}",
                "{\"command\":\"start\",\"url\":\"udp://x\",\"width\":3,\"height\":3,\"kbps\":1,\"codec\":\"a\"}"
            })
    void refusesCommandsThatMakeNoSense(String line) {
        assertThat(EncoderLineCodec.decodeCommand(line)).isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void refusesReportsThatMakeNoSense() {
        assertThat(EncoderLineCodec.decodeReport("{\"report\":\"dancing\"}"))
                .isInstanceOf(Decoded.Refused.class);
        assertThat(EncoderLineCodec.decodeReport("# A fatal error has been detected"))
                .isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void survivesRandomLines() {
        var random = new Random(1);
        for (var round = 0; round < 500; round++) {
            var bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            var line = new String(bytes, StandardCharsets.ISO_8859_1);

            assertThat(EncoderLineCodec.decodeCommand(line))
                    .isNotInstanceOf(Decoded.Accepted.class);
            assertThat(EncoderLineCodec.decodeReport(line)).isNotInstanceOf(Decoded.Accepted.class);
        }
    }

    private static EncoderJob alone() {
        return new EncoderJob(
                StreamTarget.NOWHERE,
                JOB.picture(),
                JOB.bitrate(),
                JOB.codec(),
                JOB.feed(),
                Optional.of(PLAN));
    }

    private static void assertSurvives(EncoderCommand command) {
        assertThat(EncoderLineCodec.decodeCommand(EncoderLineCodec.encode(command)))
                .isEqualTo(new Decoded.Accepted<>(command));
    }

    private static void assertSurvives(EncoderReport report) {
        assertThat(EncoderLineCodec.decodeReport(EncoderLineCodec.encode(report)))
                .isEqualTo(new Decoded.Accepted<>(report));
    }
}
