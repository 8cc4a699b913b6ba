package net.ratonet.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.Await;
import net.ratonet.station.config.CodecWish;
import net.ratonet.station.config.LiveConfig;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.config.VideoConfig;
import net.ratonet.station.config.VideoInput;
import net.ratonet.station.source.CodecChoice;
import net.ratonet.station.source.EncoderCommand;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.EncoderSupervisor;
import net.ratonet.station.source.FakeEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Going live to a receiver that is not there, which is enough to see who does what.
final class BondedLiveTest {

    private final FakeEncoder encoder = new FakeEncoder();
    private final EncoderSupervisor supervisor = new EncoderSupervisor(encoder, Ticker.system());
    private final BondedLive bonded = Unbonded.of(supervisor);
    private final StationControl control =
            new StationControl(
                    supervisor,
                    bonded,
                    new VideoConfig(
                            new VideoInput.TestPicture(),
                            new PictureFormat(new Resolution(320, 240), 30),
                            Bitrate.ofKbps(4_000),
                            new CodecWish.Named(VideoCodec.LIBX264)),
                    new LiveConfig(StreamTarget.parse("srtla://127.0.0.1:9?streamid=secret")),
                    () -> Optional.of(CodecChoice.USUAL));

    @BeforeEach
    void start() {
        bonded.start();
        supervisor.start();
    }

    @AfterEach
    void close() {
        supervisor.close();
        bonded.close();
    }

    @Test
    void sendsTheEncoderToTheBondOnThisMachine() {
        assertThat(control.goLive())
                .isEqualTo(new ControlAnswer.Done("going live to srtla://127.0.0.1:9/***"));
        Await.until("the encoder starts", () -> !encoder.launched().isEmpty());

        assertThat(encoder.launched().getFirst().target().secretUrl())
                .startsWith("srt://127.0.0.1:")
                .contains("streamid=secret", "latency=2000000");
    }

    @Test
    void handsTheEncoderWhatTheLinksCarryUntilAPersonSetsTheBitrate() {
        control.goLive();
        bonded.adapt(Bitrate.ofKbps(2_000), "growing");
        Await.until(
                "the encoder is told",
                () ->
                        encoder.sent().stream()
                                .anyMatch(EncoderCommand.SetBitrate.class::isInstance));
        assertThat(control.bitrateCause()).isEqualTo("growing");

        control.setBitrate(Bitrate.ofKbps(1_234));

        assertThat(control.bitrateCause()).isEmpty();
        Await.until(
                "the encoder obeys the person",
                () ->
                        encoder.sent()
                                .getLast()
                                .equals(new EncoderCommand.SetBitrate(Bitrate.ofKbps(1_234))));
        assertThat(control.kick()).isEqualTo(new ControlAnswer.Done("the bitrate is free to rise"));
    }

    @Test
    void closesTheBondWhenTheEncoderHasEnded() {
        control.goLive();
        Await.until("it starts", () -> supervisor.state().get() instanceof EncoderState.Starting);

        control.stop();

        Await.until(
                "there is nothing to kick", () -> control.kick() instanceof ControlAnswer.Refused);
    }

    @Test
    void saysThatThereIsNothingToKick() {
        assertThat(control.kick()).isInstanceOf(ControlAnswer.Refused.class);
        assertThat(Optional.of(control.bitrateCause())).contains("");
    }
}
