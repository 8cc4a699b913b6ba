package net.ratonet.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("linux")
@Timeout(30)
final class LauncherPrerequisitesTest {

    private SimulatedCheckout checkout;

    @BeforeEach
    void layOut(@TempDir Path folder) throws Exception {
        checkout = SimulatedCheckout.in(folder);
    }

    @Test
    void saysTheOneLineThatInstallsWhatIsMissing() throws Exception {
        checkout.removeProgram("chromium");
        checkout.libraries("libxcb.so.1", "libxcb-shm.so.0", "libX11-xcb.so.1", "libpulse.so.0");
        checkout.program("apt-get", "exit 9");
        checkout.program("apt-cache", "[ $2 = libasound2t64 ] || echo '  Candidate: 1.0'");

        var outcome = checkout.run("test");

        assertThat(outcome.err())
                .contains("chromium (page tests), libasound.so.2 (bundled FFmpeg)")
                .contains("sudo apt-get install -y --no-install-recommends chromium libasound2\n");
        assertThat(checkout.mavenCalls()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(2);
    }

    @Test
    void namesThePackageThatANewerDebianHas() throws Exception {
        checkout.libraries("libxcb.so.1", "libxcb-shm.so.0", "libX11-xcb.so.1", "libpulse.so.0");
        checkout.program("apt-get", "exit 9");
        checkout.program("apt-cache", "[ $2 != libasound2t64 ] || echo '  Candidate: 1.0'");

        var outcome = checkout.run("test");

        assertThat(outcome.err()).contains("--no-install-recommends libasound2t64\n");
    }

    @Test
    void namesTheLibrariesWhereThereIsNoApt() throws Exception {
        checkout.libraries("libxcb.so.1");

        var outcome = checkout.run("demo");

        assertThat(outcome.err())
                .contains("libasound.so.2 (bundled FFmpeg)")
                .doesNotContain("apt-get");
        assertThat(outcome.exit()).isEqualTo(2);
    }

    @Test
    void installsWhatIsMissingWhenItMay() throws Exception {
        checkout.removeProgram("chromium");
        checkout.program("id", "echo 0");
        checkout.program("apt-cache", "echo '  Candidate: 1.0'");
        checkout.program(
                "apt-get",
                """
                echo "$DEBIAN_FRONTEND: $*" >>"$HOME.apt.calls"
                case "$*" in
                *install*) printf '#!/bin/sh\\n' >"$PATH/chromium" && chmod +x "$PATH/chromium" ;;
                esac
                """);

        var outcome = checkout.run("test");

        assertThat(outcome.err())
                .contains("Installing with apt-get: chromium (page tests) …", "PASSED");
        assertThat(Files.readAllLines(checkout.root().resolveSibling("home.apt.calls")))
                .satisfiesExactly(
                        call -> assertThat(call).startsWith("noninteractive: ").endsWith("update"),
                        call ->
                                assertThat(call)
                                        .endsWith("install -y --no-install-recommends chromium"));
    }

    @Test
    void goesOnWithoutWhatOnlySomeTestsLikeToHave() throws Exception {
        checkout.removeProgram("obs");

        var outcome = checkout.run("test");

        assertThat(outcome.err()).contains("left out: obs (tests with the real OBS)", "PASSED");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void theStationStartsWithoutWhatOnlyItsEncoderNeeds() throws Exception {
        checkout.libraries("libxcb.so.1");

        var outcome = checkout.run("station");

        assertThat(outcome.err()).contains("left out: libasound.so.2 (bundled FFmpeg)");
        assertThat(outcome.out()).startsWith("jdk-25 ");
    }

    @Test
    void withoutANetworkAStationDoesNotWaitForWhatItOnlyLikes() throws Exception {
        checkout.libraries("libxcb.so.1");
        checkout.program("id", "echo 0");
        checkout.program("apt-get", "echo \"$*\" >>\"$HOME.apt.calls\"; exit 100");

        var outcome = checkout.run("station");

        assertThat(checkout.root().resolveSibling("home.apt.calls"))
                .content()
                .doesNotContain("install");
        assertThat(outcome.out()).startsWith("jdk-25 ");
    }
}
