package net.ratonet.station.main;

import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.bonding.rate.PicturePace;
import net.ratonet.station.control.StationControl;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderStatistics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends fewer pictures while the bitrate is too low for all of them. Looks once a second, on the
/// telemetry's thread.
final class PictureStep {

    private static final Logger LOG = LoggerFactory.getLogger(PictureStep.class);

    private final StationControl control;
    private final Ticker ticker;
    private PicturePace pace = PicturePace.ALL;

    PictureStep(StationControl control, Ticker ticker) {
        this.control = control;
        this.ticker = ticker;
    }

    void look() {
        var status = control.status();
        if (status.job().isPresent() && status.statistics().isPresent()) {
            look(status.job().get(), status.statistics().get());
        } else {
            pace = PicturePace.ALL;
        }
    }

    private void look(EncoderJob job, EncoderStatistics now) {
        var before = pace.every();
        pace =
                pace.on(
                        now.target(),
                        job.picture().resolution().height(),
                        job.picture().framesPerSecond(),
                        ticker.nowNanos());
        if (pace.every() != before) {
            LOG.info(
                    "Picture: {} a second from now on, for {} kbit/s",
                    job.picture().framesPerSecond() / pace.every(),
                    Math.round(now.target().kbps()));
        }
        if (pace.every() != now.everyNth()) {
            control.setPace(pace.every());
        }
    }
}
