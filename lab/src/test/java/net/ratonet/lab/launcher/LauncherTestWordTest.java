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
final class LauncherTestWordTest {

    private static final String NODE = "case $1 in -p) echo 20 ;; *) echo \"node $*\" ;; esac";

    private SimulatedCheckout checkout;

    @BeforeEach
    void layOut(@TempDir Path folder) throws Exception {
        checkout = SimulatedCheckout.in(folder);
    }

    @Test
    void countsTheTestsThatRan() throws Exception {
        checkout.maven(
                """
                mkdir -p lab/target/surefire-reports
                echo '<testsuite name="A" tests="5" errors="0" skipped="2" failures="0">' \
                    >lab/target/surefire-reports/TEST-A.xml
                """);

        var outcome = checkout.run("test");

        assertThat(outcome.err()).contains("PASSED: 3 Java tests (2 skipped)");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void handsArgumentsOnToMaven() throws Exception {
        checkout.run("test", "-pl", "shared");

        assertThat(checkout.mavenCalls()).singleElement().asString().endsWith("verify -pl shared");
    }

    @Test
    void whatWasTestedNeedsNoOtherBuild() throws Exception {
        checkout.run("test");

        checkout.run("demo");

        assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void endsWithTheFirstFailuresCode() throws Exception {
        checkout.write("relay-server/web/page.js", "export {};");
        checkout.program("node", NODE);
        checkout.maven("exit 7");

        var outcome = checkout.run("test");

        assertThat(outcome.err()).contains("FAILED: the Maven build (exit 7)");
        assertThat(outcome.out()).doesNotContain("node");
        assertThat(outcome.exit()).isEqualTo(7);
    }

    @Test
    void checksThePagesTypesAndRunsTheirTests() throws Exception {
        checkout.program("node", NODE);
        checkout.program("npm", "mkdir node_modules; touch node_modules/.package-lock.json");
        checkout.write("package-lock.json", "{}");
        checkout.write("relay-server/web/page.js", "export {};");
        checkout.write("overlays/lib/feed.test.js", "test();");

        var outcome = checkout.run("test");

        assertThat(outcome.out())
                .contains(
                        "node node_modules/typescript/bin/tsc -p .",
                        "node --test overlays/lib/feed.test.js");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void fetchesTheTypeCheckerOnlyWhenItsLockIsNewer() throws Exception {
        checkout.program("node", NODE);
        checkout.program(
                "npm",
                "echo \"$*\" >>npm.calls; mkdir -p node_modules; touch"
                        + " node_modules/.package-lock.json");
        checkout.write("package-lock.json", "{}");
        checkout.write("relay-server/web/page.js", "export {};");
        checkout.run("test");

        checkout.run("test");

        assertThat(checkout.root().resolve("npm.calls")).hasContent("ci --prefer-offline");
    }

    @Test
    void failsWhenAPagesTypesDoNot() throws Exception {
        checkout.program("node", "case $1 in -p) echo 20 ;; *) exit 3 ;; esac");
        checkout.program("npm", "true");
        checkout.write("package-lock.json", "{}");
        checkout.write("relay-server/web/page.js", "export {};");

        var outcome = checkout.run("test");

        assertThat(outcome.err()).contains("FAILED: the pages' types (tsc) (exit 3)");
        assertThat(outcome.exit()).isEqualTo(3);
    }

    @Test
    void leavesThePagesOutWithoutNodeAndSaysSo() throws Exception {
        checkout.write("relay-server/web/page.js", "export {};");

        var outcome = checkout.run("test");

        assertThat(outcome.err())
                .contains("need Node 20 or newer", "PASSED")
                .contains("pages not checked");
        assertThat(outcome.exit()).isZero();
    }
}
