package net.ratonet.station.main;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import net.ratonet.station.config.StationConfig;

/// Entry point of the station.
public final class StationMain {

    private StationMain() {}

    public static void main(String[] args) {
        var around =
                new Surroundings(
                        System.getenv(),
                        Path.of(""),
                        new BufferedReader(new InputStreamReader(System.in, UTF_8)));
        System.exit(
                StationWords.of(StationMain::runUntilEnded, around, untilEnded()).execute(args));
    }

    /// Ends when the process is told to. Closing happens in the shutdown hook, which Ctrl-C, the
    /// end of a terminal and a stopped service all reach.
    private static void runUntilEnded(StationConfig config) throws InterruptedException {
        var wiring = new StationWiring(config);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(wiring::close));
        wiring.start();
        new CountDownLatch(1).await();
    }

    /// Opens when the process is told to end; `bond` has no more to say goodbye to than sockets.
    private static CountDownLatch untilEnded() {
        var ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("end").unstarted(ended::countDown));
        return ended;
    }
}
