package net.ratonet.station.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.Await;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.config.CodecWish;
import net.ratonet.station.config.LiveConfig;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.config.VideoConfig;
import net.ratonet.station.config.VideoInput;
import net.ratonet.station.control.StationControl;
import net.ratonet.station.control.Unbonded;
import net.ratonet.station.source.CodecChoice;
import net.ratonet.station.source.EncoderCommand;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderProcess;
import net.ratonet.station.source.EncoderReport;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.EncoderStatistics;
import net.ratonet.station.source.EncoderSupervisor;
import net.ratonet.station.source.FeedReading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A live in 1080p30 whose bitrate the links hold down.
final class PictureStepTest {

    private final List<EncoderCommand> sent = new CopyOnWriteArrayList<>();
    private final EncoderSupervisor encoder =
            new EncoderSupervisor((_, events) -> new Obedient(events), Ticker.system());
    private final StationControl control =
            new StationControl(
                    encoder,
                    Unbonded.of(encoder),
                    new VideoConfig(
                            new VideoInput.TestPicture(),
                            new PictureFormat(new Resolution(1_920, 1_080), 30),
                            Bitrate.ofKbps(4_000),
                            new CodecWish.Named(VideoCodec.LIBX264)),
                    new LiveConfig(StreamTarget.parse("udp://127.0.0.1:1")),
                    () -> Optional.of(CodecChoice.USUAL));
    private final FakeTicker ticker = new FakeTicker();
    private final PictureStep step = new PictureStep(control, ticker);

    @BeforeEach
    void goLive() {
        encoder.start();
        control.goLive();
        Await.until("it runs", () -> encoder.state().get() instanceof EncoderState.Running);
    }

    @AfterEach
    void close() {
        encoder.close();
    }

    @Test
    void halvesThePicturesOnlyWhenTheBitrateStaysLowAndSaysItOnce() {
        look(5);
        assertThat(sent).doesNotContain(new EncoderCommand.SetPace(2));

        look(1);
        Await.until("it is told", () -> sent.contains(new EncoderCommand.SetPace(2)));
        Await.until("it obeys", () -> control.status().statistics().orElseThrow().everyNth() == 2);

        look(30);
        assertThat(sent).containsOnlyOnce(new EncoderCommand.SetPace(2));
    }

    private void look(int seconds) {
        for (var second = 0; second < seconds; second++) {
            step.look();
            ticker.advance(Duration.ofSeconds(1));
        }
    }

    /// Reports 500 kbit/s, and the pace that it was told.
    private final class Obedient implements EncoderProcess {

        private final Consumer<EncoderEvent> events;

        Obedient(Consumer<EncoderEvent> events) {
            this.events = events;
            report(1);
        }

        @Override
        public void send(EncoderCommand command) {
            sent.add(command);
            if (command instanceof EncoderCommand.SetPace(var every)) {
                report(every);
            } else if (command instanceof EncoderCommand.Stop) {
                kill();
            }
        }

        @Override
        public void kill() {
            events.accept(new EncoderEvent.Ended("its process ended with 0"));
        }

        private void report(int every) {
            var low = Bitrate.ofKbps(500);
            events.accept(
                    new EncoderEvent.Reported(
                            new EncoderReport.Working(
                                    new EncoderStatistics(
                                                    30, 0, 30, low, low, 0, FeedReading.unheard())
                                            .withPace(every))));
        }
    }
}
