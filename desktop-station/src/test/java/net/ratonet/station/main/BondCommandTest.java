package net.ratonet.station.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class BondCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void printsALineOfJsonASecondUntilItIsEnded() throws Exception {
        var command =
                Thread.ofPlatform()
                        .start(() ->
                                run(
                                        "--listen=0",
                                        "--to=127.0.0.1:9",
                                        "--links=127.0.0.1",
                                        "--stats"));

        Await.until("it tells", () -> out.toString().contains("\"link\":\"127.0.0.1\""));
        ended.countDown();
        command.join();

        assertThat(out.toString()).contains("\"state\":\"probing\"", "\"joined\":false");
        assertThat(err.toString()).contains("to 127.0.0.1:9");
    }

    @Test
    void refusesAddressesThatAreNone() {
        assertThat(run("--to=127.0.0.1")).isEqualTo(2);
        assertThat(run("--to=relay:5001", "--listen=everywhere")).isEqualTo(2);
        assertThat(run("--to=relay:70000")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... arguments) {
        return new CommandLine(new BondCommand(ended))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
