package net.ratonet.relay.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FfmpegLauncherTest {

    private static final List<String> ENDLESS = words("-re -f lavfi -i anullsrc -f null -");

    private final FfmpegLauncher launcher = FfmpegLauncher.bundled();

    @AfterEach
    void endsAll() {
        launcher.close();
    }

    @Test
    void givesWhatTheChildWrites() throws Exception {
        var child =
                launcher.start(
                        "tone", words("-v error -f lavfi -i anullsrc -t 1 -f mpegts pipe:1"));

        var bytes = child.output().readAllBytes();

        assertThat(bytes.length).isPositive().matches(length -> length % 188 == 0);
        assertThat(child.onExit().get(5, TimeUnit.SECONDS).exitCode()).hasValue(0);
    }

    @Test
    void tellsWhatWentWrongInTheChildsOwnWordsButNoSecret() throws Exception {
        var child =
                launcher.start(
                        "wrong",
                        List.of("-i", "rtmp://127.0.0.1:1/live/live_SECRET", "-f", "null", "-"));

        child.onExit().get(10, TimeUnit.SECONDS);

        assertThat(child.exitCode()).isPresent().isNotEqualTo(OptionalInt.of(0));
        assertThat(String.join("\n", child.lastWords()))
                .contains("rtmp://127.0.0.1:1/live/***")
                .doesNotContain("SECRET");
    }

    @Test
    void countsItsChildrenWhileTheyRun() throws Exception {
        var child = launcher.start("endless", ENDLESS);

        assertThat(launcher.children()).containsExactly(child);
        Await.until("it has used the processor", () -> !child.cpuTime().isZero());
        assertThat(child.isRunning()).isTrue();

        child.close();

        assertThat(child.isRunning()).isFalse();
        Await.until("it is forgotten", () -> launcher.children().isEmpty());
        assertThat(child.cpuTime()).isPositive();
    }

    @Test
    @Tag("linux")
    void measuresMemory() throws Exception {
        var child = launcher.start("endless", ENDLESS);

        Await.until("it has grown", () -> child.residentBytes() > 10_000_000);
    }

    @Test
    void takesAllChildrenAlongWhenItCloses() throws Exception {
        var first = launcher.start("one", ENDLESS);
        var second = launcher.start("two", ENDLESS);

        launcher.close();

        assertThat(List.of(first, second)).noneMatch(FfmpegChild::isRunning);
        assertThatThrownBy(() -> launcher.start("late", ENDLESS))
                .isInstanceOf(IOException.class)
                .hasMessage("the relay is stopping");
    }

    @ParameterizedTest
    @MethodSource("lifeLines")
    @Tag("linux")
    void endsAChildOnEachLifeLine(LifeLine line) throws Exception {
        try (var tied = FfmpegLauncher.bundled(line)) {
            var child = tied.start("tied", ENDLESS);
            Await.until("it runs", () -> !child.cpuTime().isZero());
            var parts = ProcessHandle.of(child.pid()).orElseThrow().descendants().toList();

            child.close();

            assertThat(child.isRunning()).isFalse();
            Await.until("nothing is left", () -> parts.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @ParameterizedTest
    @MethodSource("lifeLines")
    @Tag("linux")
    void passesInputOnOverEachLifeLine(LifeLine line) throws Exception {
        try (var tied = FfmpegLauncher.bundled(line)) {
            var child =
                    tied.start(
                            "copy",
                            words("-v error -f data -i pipe:0 -map 0 -c copy -f data pipe:1"));

            child.input().write("seven words".getBytes(UTF_8));
            child.input().close();

            assertThat(child.output().readAllBytes()).asString().isEqualTo("seven words");
            assertThat(child.onExit().get(5, TimeUnit.SECONDS).exitCode()).hasValue(0);
        }
    }

    @Test
    void saysWhatToDoWhenTheChosenProgramIsMissing() {
        try (var wrong = FfmpegLauncher.at(Path.of("/no/such/ffmpeg"))) {
            assertThatThrownBy(() -> wrong.start("any", ENDLESS))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("FFMPEG_PATH names")
                    .hasMessageContaining("no program that can be run");
        }
    }

    private static Stream<LifeLine> lifeLines() throws IOException {
        return Stream.of(new LifeLine.Kernel(), LifeLine.Pipe.create(), new LifeLine.Loose());
    }

    private static List<String> words(String arguments) {
        return List.of(arguments.split(" "));
    }
}
