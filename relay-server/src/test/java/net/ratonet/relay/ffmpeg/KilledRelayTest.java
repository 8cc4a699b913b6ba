package net.ratonet.relay.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("linux")
final class KilledRelayTest {

    @ParameterizedTest
    @ValueSource(strings = {"kernel", "pipe"})
    void takesItsSilentChildrenWithIt(String lifeLine) throws Exception {
        var relay = relay(lifeLine);
        var children = childrenOf(relay);
        assertThat(children).isNotEmpty().allMatch(KilledRelayTest::runs);

        relay.destroyForcibly().waitFor();

        Await.until(
                "the children are gone", () -> children.stream().noneMatch(KilledRelayTest::runs));
    }

    private static Process relay(String lifeLine) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayToBeKilled.class.getName(),
                        lifeLine)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<Long> childrenOf(Process relay) throws IOException {
        var line = relay.inputReader().readLine();
        assertThat(line).as("the relay's children").isNotNull();
        return Arrays.stream(line.split(" ")).map(Long::valueOf).toList();
    }

    /// A dead process that nobody has waited for still has an entry.
    private static boolean runs(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException _) {
            return false;
        }
    }
}
