package net.ratonet.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("linux")
@Timeout(30)
final class LauncherBuildTest {

    private SimulatedCheckout checkout;

    @BeforeEach
    void layOut(@TempDir Path folder) throws Exception {
        checkout = SimulatedCheckout.in(folder);
    }

    @Test
    void buildsOnlyWhatIsAskedForAndLeavesTheTestsOut() throws Exception {
        var outcome = checkout.run("relay");

        assertThat(checkout.mavenCalls())
                .singleElement()
                .asString()
                .contains("-pl relay-server -am", "-DskipTests");
        assertThat(outcome.err()).isEqualTo("ratonet: Building relay …\n");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void doesNotBuildAgainWhenNothingChanged() throws Exception {
        checkout.run("relay");

        var second = checkout.run("relay");

        assertThat(checkout.mavenCalls()).hasSize(1);
        assertThat(second.err()).isEmpty();
    }

    @Test
    void buildsAgainAfterAChange() throws Exception {
        checkout.run("relay");
        checkout.write("shared/src/main/java/Shared.java", "class Shared { int more; }");

        checkout.run("relay");

        assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void buildsAgainAfterAFileWasAdded() throws Exception {
        checkout.run("relay");
        checkout.write("overlays/map/map.js", "export {};");

        checkout.run("relay");

        assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void buildsAgainAfterAFileWasDeleted() throws Exception {
        checkout.run("relay");
        Files.delete(checkout.root().resolve("relay-server/src/main/java/Relay.java"));

        checkout.run("relay");

        assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void buildsAgainWhenTheProgramIsGone() throws Exception {
        checkout.run("relay");
        Files.delete(checkout.root().resolve("relay-server/target/relay-server.jar"));

        checkout.run("relay");

        assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void doesNotBuildAgainForAChangedTest() throws Exception {
        checkout.run("relay");
        checkout.write("shared/src/test/java/SharedTest.java", "class SharedTest {}");
        checkout.write("relay-server/web/lib/feed.test.js", "test();");

        checkout.run("relay");

        assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void doesNotMissAChangeMadeDuringTheBuild() throws Exception {
        checkout.maven("echo 'class Relay { int more; }' >relay-server/src/main/java/Relay.java");
        checkout.run("relay");

        checkout.run("relay");

        assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void showsWhatTheBuildSaidOnlyWhenItFails() throws Exception {
        checkout.maven("echo '[ERROR] cannot find symbol'; exit 1");

        var outcome = checkout.run("relay");

        assertThat(outcome.err()).contains("[ERROR] cannot find symbol", "The build failed.");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void buildsAgainAfterAFailedBuild() throws Exception {
        checkout.run("relay");
        checkout.write("pom.xml", "<broken/>");
        checkout.maven("exit 1");
        checkout.run("relay");
        checkout.maven("");

        var outcome = checkout.run("relay");

        assertThat(checkout.mavenCalls()).hasSize(3);
        assertThat(outcome.out()).startsWith("jdk-25 ");
    }

    @Test
    void usesTheWrapperWhenTheMachinesMavenIsTooOld() throws Exception {
        checkout.maven("3.8.6", "");
        checkout.wrapper();
        checkout.program("unzip", "exit 9");

        checkout.run("relay");

        assertThat(checkout.mavenCalls()).contains("wrapper");
    }

    @Test
    void usesTheWrapperWhenTheMachinesMavenIsAnUntriedMajorVersion() throws Exception {
        checkout.maven("4.0.0", "");
        checkout.wrapper();
        checkout.program("unzip", "exit 9");

        checkout.run("relay");

        assertThat(checkout.mavenCalls()).contains("wrapper");
    }

    @Test
    void asksForUnzipBeforeTheWrapperNeedsIt() throws Exception {
        checkout.removeProgram("mvn");
        checkout.wrapper();

        var outcome = checkout.run("relay");

        assertThat(outcome.err()).contains("unzip (unpacking Maven)");
        assertThat(outcome.exit()).isEqualTo(2);
    }

    @Test
    void runsTheLastBuildWhenTheCheckoutCannotBeWritten() throws Exception {
        checkout.write("relay-server/target/relay-server.jar", "jar");
        checkout.write("target/launcher", "a file where a folder is needed");

        var outcome = checkout.run("relay");

        assertThat(outcome.out()).startsWith("jdk-25 ");
        assertThat(outcome.err()).contains("cannot be written", "without the newest changes");
    }

    @Test
    void twoLaunchersBuildOneAfterTheOther() throws Exception {
        var gate = checkout.pipe("gate");
        checkout.maven("cat gate");
        var first = checkout.start("relay");
        assertThat(first.errorReader().readLine()).contains("Building relay");

        var second = checkout.start("relay");
        assertThat(second.errorReader().readLine()).contains("another ./ratonet is building");
        Files.writeString(gate, "go on");

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void aBuildEndsWithItsLauncher() throws Exception {
        var started = checkout.pipe("started");
        checkout.maven("echo $$ >started; exec tail -f /dev/null");
        var launcher = checkout.start("relay");
        var build =
                ProcessHandle.of(Long.parseLong(Files.readString(started).strip())).orElseThrow();

        launcher.destroy();

        assertThat(launcher.waitFor()).isEqualTo(143);
        assertThat(build.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    }
}
