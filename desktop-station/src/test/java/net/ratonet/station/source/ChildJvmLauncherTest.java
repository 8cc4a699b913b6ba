package net.ratonet.station.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import org.junit.jupiter.api.Test;

final class ChildJvmLauncherTest {

    private static final EncoderJob JOB =
            new EncoderJob(
                    StreamTarget.parse("rtmp://live.example/app/key").orElseThrow(),
                    new PictureFormat(new Resolution(1_280, 720), 30),
                    Bitrate.ofKbps(4_000),
                    VideoCodec.LIBX264);

    private final BlockingQueue<EncoderEvent> events = new LinkedBlockingQueue<>();

    @Test
    void handsOverTheJobAndHearsTheReportsAndTheEnd() throws Exception {
        launch(Echo.class);

        assertThat(untilEnd())
                .containsExactly(
                        new EncoderEvent.Reported(
                                new EncoderReport.Failed(
                                        EncoderLineCodec.encode(new EncoderCommand.Start(JOB)))),
                        new EncoderEvent.Ended("its process ended with 3"));
    }

    @Test
    void passesOverNonsenseAndEndlessComplaints() throws Exception {
        launch(Babbler.class);

        assertThat(untilEnd())
                .containsExactly(
                        new EncoderEvent.Reported(new EncoderReport.Failed("done")),
                        new EncoderEvent.Ended("its process ended with 0"));
    }

    @Test
    void tellsTheEndOfAProcessThatWasKilled() throws Exception {
        var process = launch(Sleeper.class);

        process.kill();
        process.send(new EncoderCommand.Stop());

        assertThat(untilEnd())
                .singleElement()
                .isInstanceOfSatisfying(
                        EncoderEvent.Ended.class,
                        ended -> assertThat(ended.how()).startsWith("its process ended with"));
    }

    @Test
    void tellsTheEndOfAProcessThatCannotEvenBegin() throws Exception {
        new ChildJvmLauncher("no.such.Main").launch(JOB, events::add);

        assertThat(untilEnd()).containsExactly(new EncoderEvent.Ended("its process ended with 1"));
    }

    private EncoderProcess launch(Class<?> main) throws IOException {
        return new ChildJvmLauncher(main.getName()).launch(JOB, events::add);
    }

    private List<EncoderEvent> untilEnd() throws InterruptedException {
        var all = new ArrayList<EncoderEvent>();
        do {
            var event = events.poll(30, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("the process did not end; so far " + all);
            }
            all.add(event);
        } while (!(all.getLast() instanceof EncoderEvent.Ended));
        return all;
    }

    /// Repeats its first line as a reason to fail.
    static final class Echo {
        public static void main(String[] args) throws IOException {
            var input =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            var reason = new EncoderReport.Failed(String.valueOf(input.readLine()));
            System.out.println(EncoderLineCodec.encode(reason));
            System.exit(3);
        }
    }

    /// Fills standard error beyond what a pipe holds, and says nonsense among its reports.
    static final class Babbler {
        public static void main(String[] args) {
            for (var line = 0; line < 5_000; line++) {
                System.err.println("a complaint of the native libraries, number " + line);
            }
            System.out.println("this is no report");
            System.out.println("{\"report\":\"dancing\"}");
            System.out.println(EncoderLineCodec.encode(new EncoderReport.Failed("done")));
        }
    }

    /// Waits for ever.
    static final class Sleeper {
        public static void main(String[] args) throws InterruptedException {
            Thread.currentThread().join();
        }
    }
}
