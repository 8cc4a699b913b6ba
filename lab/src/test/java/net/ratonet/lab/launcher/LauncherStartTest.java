package net.ratonet.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("linux")
@Timeout(30)
final class LauncherStartTest {

    @TempDir private Path folder;

    private SimulatedCheckout checkout;

    @BeforeEach
    void layOut() throws Exception {
        checkout = SimulatedCheckout.in(folder);
    }

    @Test
    void startsEachProgramWithItsOptions() throws Exception {
        var outcome = checkout.run("station");

        var root = checkout.root();
        assertThat(outcome.out().lines().skip(1))
                .containsExactly(
                        "@" + root + "/desktop-station/jvm.options",
                        "-Dratonet.root=" + root,
                        "-jar",
                        root + "/desktop-station/target/desktop-station.jar");
    }

    @Test
    void trainsTheRelaysCacheAfterABuildAndStartsFromIt() throws Exception {
        checkout.jdkThatTrains();

        var outcome = checkout.run("relay");

        var cache = checkout.root() + "/relay-server/target/relay-server.aot";
        assertThat(Path.of(cache)).hasContent("trained by --self-check");
        assertThat(outcome.out()).contains("-XX:AOTCache=" + cache + "\n");
    }

    @Test
    void startsTheRelayWithoutACacheWhenTheTrainingFails() throws Exception {
        checkout.jdkThatCannotTrain();

        var outcome = checkout.run("relay");

        assertThat(outcome.err()).contains("The relay will start without a start-up cache.");
        assertThat(outcome.out()).contains("relay-server.jar").doesNotContain("AOTCache");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void handsEveryArgumentOnAsItIs() throws Exception {
        var outcome = checkout.run("relay", "backup", "my file*.db", "", "--help", "$HOME");

        assertThat(outcome.out())
                .endsWith("relay-server.jar\nbackup\nmy file*.db\n\n--help\n$HOME\n");
    }

    @Test
    void theDemoAndTheBenchmarksAreTheLabsWork() throws Exception {
        var demo = checkout.run("demo");
        var bench = checkout.run("bench", "telemetry");

        assertThat(demo.out()).endsWith("/lab/target/lab.jar\ndemo\n");
        assertThat(bench.out()).endsWith("/lab/target/lab.jar\nbench\ntelemetry\n");
    }

    @Test
    void addsThePersonsOwnJavaOptions() throws Exception {
        checkout.set("RATONET_JAVA_OPTS", "-Xmx1g -Dfiles=*");

        var outcome = checkout.run("relay");

        assertThat(outcome.out()).contains("\n-Xmx1g\n-Dfiles=*\n-jar\n");
    }

    @Test
    void theProgramTakesTheLaunchersPlaceSoThatSignalsReachIt() throws Exception {
        var process = checkout.start("relay");

        var outcome = Outcome.of(process);

        assertThat(outcome.out()).startsWith("jdk-25 " + process.pid() + "\n");
    }

    @Test
    void startsThroughALinkAndFromAnotherFolder() throws Exception {
        var link = checkout.link("elsewhere/rato", checkout.root().resolve("ratonet"));

        var outcome = checkout.runFrom(folder, link, "relay");

        assertThat(outcome.out()).contains("-Dratonet.root=" + checkout.root() + "\n");
        assertThat(outcome.exit()).isZero();
    }
}
