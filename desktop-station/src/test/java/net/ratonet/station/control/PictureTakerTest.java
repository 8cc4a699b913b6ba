package net.ratonet.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.Await;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.source.EncoderCommand;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderProcess;
import net.ratonet.station.source.EncoderReport;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.EncoderSupervisor;
import net.ratonet.station.source.FakeEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PictureTakerTest {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, 7};

    private final AtomicInteger asked = new AtomicInteger();
    private final EncoderSupervisor encoder =
            new EncoderSupervisor((_, events) -> new Camera(events), Ticker.system());
    private final PictureTaker taker = new PictureTaker(encoder, Ticker.system());

    @BeforeEach
    void start() {
        encoder.start();
    }

    @AfterEach
    void close() {
        encoder.close();
    }

    @Test
    void hasNoPictureWhileNothingIsEncoded() throws InterruptedException {
        assertThat(taker.take()).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void asksTheEncoderOnlyWhenSomebodyLooks() throws InterruptedException {
        encoder.request(
                new EncoderEvent.LiveRequested(
                        new EncoderJob(
                                StreamTarget.parse("udp://127.0.0.1:1").orElseThrow(),
                                new PictureFormat(new Resolution(320, 240), 30),
                                Bitrate.ofKbps(500),
                                VideoCodec.LIBX264)));
        Await.until("it runs", () -> encoder.state().get() instanceof EncoderState.Running);
        assertThat(asked).hasValue(0);

        assertThat(taker.take()).contains(JPEG);
        assertThat(asked).hasPositiveValue();
    }

    /// Takes a picture each time it is told to.
    private final class Camera implements EncoderProcess {

        private final Consumer<EncoderEvent> events;

        Camera(Consumer<EncoderEvent> events) {
            this.events = events;
            events.accept(
                    new EncoderEvent.Reported(new EncoderReport.Working(FakeEncoder.statistics())));
        }

        @Override
        public void send(EncoderCommand command) {
            if (command instanceof EncoderCommand.Preview) {
                asked.incrementAndGet();
                events.accept(
                        new EncoderEvent.Reported(
                                new EncoderReport.Preview(
                                        Base64.getEncoder().encodeToString(JPEG))));
            } else if (command instanceof EncoderCommand.Stop) {
                kill();
            }
        }

        @Override
        public void kill() {
            events.accept(new EncoderEvent.Ended("its process ended with 0"));
        }
    }
}
