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
final class LauncherJdkTest {

    private SimulatedCheckout checkout;

    @BeforeEach
    void layOut(@TempDir Path folder) throws Exception {
        checkout = SimulatedCheckout.in(folder);
    }

    @Test
    void passesOverAnOldJdkInJavaHomeAndOnThePath() throws Exception {
        var old = checkout.jdk("jdk-17", 17);
        checkout.set("JAVA_HOME", old.toString());
        checkout.link("bin/java", old.resolve("bin/java"));

        var outcome = checkout.run("relay");

        assertThat(outcome.out()).startsWith("jdk-25 ");
    }

    @Test
    void passesOverAJavaHomeThatIsGone() throws Exception {
        checkout.set("JAVA_HOME", "/no/such/folder");

        var outcome = checkout.run("relay");

        assertThat(outcome.out()).startsWith("jdk-25 ");
    }

    @Test
    void passesOverAJavaThatCannotCompile() throws Exception {
        Files.delete(checkout.jdk("jre-26", 26).resolve("bin/javac"));
        checkout.set("JAVA_HOME", checkout.jdks().resolve("jre-26").toString());

        var outcome = checkout.run("relay");

        assertThat(outcome.out()).startsWith("jdk-25 ");
    }

    @Test
    void takesANewerJdkWhenJavaHomeAsksForIt() throws Exception {
        checkout.set("JAVA_HOME", checkout.jdk("jdk-26", 26).toString());

        var outcome = checkout.run("relay");

        assertThat(outcome.out()).startsWith("jdk-26 ");
    }

    @Test
    void followsTheJavaOnThePathToItsJdk() throws Exception {
        checkout.link("bin/java", checkout.jdk("jdk-26", 26).resolve("bin/java"));

        var outcome = checkout.run("relay");

        assertThat(outcome.out()).startsWith("jdk-26 ");
    }

    @Test
    void choosesTheOldestOfTheJdksThatDo() throws Exception {
        checkout.jdk("a-jdk-27", 27);
        checkout.jdk("b-jdk-9", 9);

        var outcome = checkout.run("relay");

        assertThat(outcome.out()).startsWith("jdk-25 ");
    }

    @Test
    void asksTheCompilerWhereAJdkDoesNotTellItsVersion() throws Exception {
        var silent = checkout.jdk("jdk-25", 25);
        Files.delete(silent.resolve("release"));
        Files.writeString(silent.resolve("bin/javac"), "#!/bin/sh\necho javac 25.0.3\n");

        var outcome = checkout.run("relay");

        assertThat(outcome.out()).startsWith("jdk-25 ");
    }

    @Test
    void saysHowToGetAJdkWhenThereIsNone() throws Exception {
        checkout.set("RATONET_JDK_DIRS", "/no/such/folder");

        var outcome = checkout.run("relay");

        assertThat(outcome.err())
                .contains("needs a JDK 25 or newer", "adoptium.net", "temurin-25-jdk");
        assertThat(outcome.exit()).isEqualTo(2);
    }

    @Test
    void namesTheJdkThatDebianHas() throws Exception {
        checkout.set("RATONET_JDK_DIRS", "/no/such/folder");
        checkout.program("apt-cache", "[ $2 != openjdk-25-jdk ] || echo '  Candidate: 25.0.1'");

        var outcome = checkout.run("relay");

        assertThat(outcome.err()).contains("sudo apt-get install -y openjdk-25-jdk");
        assertThat(outcome.exit()).isEqualTo(2);
    }
}
