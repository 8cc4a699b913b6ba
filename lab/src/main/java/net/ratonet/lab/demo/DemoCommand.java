package net.ratonet.lab.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import net.ratonet.lab.process.Checkout;
import picocli.CommandLine.Command;

/// `./ratonet demo`.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Shows RatoNet at work on this machine, with nothing configured.")
public final class DemoCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("ratonet-demo");
        var demo = new Demo(Checkout.here(), folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(demo, folder), "demo end"));
        demo.run();
        return 1;
    }

    private static void end(Demo demo, Path folder) {
        demo.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(DemoCommand::delete);
        } catch (IOException | UncheckedIOException mistake) {
            System.err.println("Could not remove " + folder + ": " + mistake.getMessage());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException mistake) {
            throw new UncheckedIOException(mistake);
        }
    }
}
