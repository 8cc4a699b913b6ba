package net.ratonet.station.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.station.config.VideoCodec;
import org.junit.jupiter.api.Test;

/// Child processes that answer, crash and hang as drivers do.
final class EncoderProbeTest {

    @Test
    void hearsWhatTheTrialSays() {
        assertThat(probe(Modest.class).tryOut(VideoCodec.H264_QSV))
                .isEqualTo(new EncoderTrial(VideoCodec.H264_QSV, Optional.of("no driver")));
    }

    @Test
    void takesACrashForAFault() {
        assertThat(probe(Crashing.class).tryOut(VideoCodec.H264_QSV).fault())
                .contains("its trial crashed or came to no end");
    }

    @Test
    void givesUpOnATrialThatHangs() {
        var trial =
                new EncoderProbe(Hanging.class.getName(), Duration.ofMillis(500))
                        .tryOut(VideoCodec.H264_QSV);

        assertThat(trial.fault()).contains("its trial crashed or came to no end");
        assertThat(ProcessHandle.current().children())
                .noneMatch(child ->
                        child.info()
                                .commandLine()
                                .orElse("")
                                .contains(Hanging.class.getSimpleName()));
    }

    private static EncoderProbe probe(Class<?> main) {
        return new EncoderProbe(main.getName(), Duration.ofSeconds(30));
    }

    static final class Modest {
        public static void main(String[] args) {
            System.out.println(
                    EncoderLineCodec.encode(new EncoderReport.Tried(Optional.of("no driver"))));
        }
    }

    static final class Crashing {
        public static void main(String[] args) {
            Runtime.getRuntime().halt(139);
        }
    }

    static final class Hanging {
        public static void main(String[] args) throws InterruptedException {
            Thread.currentThread().join();
        }
    }
}
