package net.ratonet.lab.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where the built programs of this checkout lie.
public record Checkout(Path root) {

    /// The launcher tells where it lies.
    public static Checkout here() {
        var home = Path.of(System.getProperty("ratonet.root", ""));
        if (Files.exists(home.resolve("relay-server"))) {
            return new Checkout(home.toAbsolutePath());
        }
        throw new IllegalStateException(
                "start this through ./ratonet, which knows where the checkout is");
    }

    /// The program of a module, run by the Java that runs us, with the options, the start-up cache
    /// and the environment that the launcher gives it.
    public Program program(String name, String module, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + root.resolve(module).resolve("jvm.options"));
        var built = root.resolve(module).resolve("target");
        var cache = built.resolve(module + ".aot");
        if (Files.exists(cache)) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off"));
        }
        command.addAll(List.of("-jar", built.resolve(module + ".jar").toString()));
        command.addAll(arguments);
        return new Program(name, command, Map.of("MALLOC_ARENA_MAX", "2"));
    }
}
