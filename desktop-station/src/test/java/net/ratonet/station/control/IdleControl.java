package net.ratonet.station.control;

import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.CodecWish;
import net.ratonet.station.config.LiveConfig;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.config.VideoConfig;
import net.ratonet.station.config.VideoInput;
import net.ratonet.station.source.CodecChoice;
import net.ratonet.station.source.EncoderSupervisor;
import net.ratonet.station.source.FakeEncoder;

/// The control of a station that has nowhere to go live to.
public final class IdleControl {

    private IdleControl() {}

    public static StationControl create() {
        var encoder = new EncoderSupervisor(new FakeEncoder(), Ticker.system());
        return new StationControl(
                encoder,
                Unbonded.of(encoder),
                new VideoConfig(
                        new VideoInput.TestPicture(),
                        new PictureFormat(new Resolution(320, 240), 30),
                        Bitrate.ofKbps(4_000),
                        new CodecWish.Named(VideoCodec.LIBX264)),
                new LiveConfig(Optional.empty()),
                () -> Optional.of(CodecChoice.USUAL));
    }

    /// The pictures of a station that encodes nothing.
    public static PictureTaker pictures() {
        var encoder = new EncoderSupervisor(new FakeEncoder(), Ticker.system());
        return new PictureTaker(encoder, Ticker.system());
    }

    /// Its desk, which finds nothing wrong but that there is no target and no relay.
    public static CommandDesk desk(boolean moderatorsMayGoLive) {
        var control = create();
        return new CommandDesk(
                control,
                new LiveGate(control, ReadySurvey.of(new PromptEncoder())),
                moderatorsMayGoLive);
    }
}
