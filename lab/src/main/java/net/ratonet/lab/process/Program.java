package net.ratonet.lab.process;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A command line and its environment. Secrets go into the environment, where other users of the
/// machine cannot read them.
public record Program(String name, List<String> command, Map<String, String> environment) {

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public Program with(String variable, String value) {
        var all = new LinkedHashMap<>(environment);
        all.put(variable, value);
        return new Program(name, command, all);
    }

    /// The same program, started by way of another command.
    public Program behind(List<String> prefix) {
        return new Program(
                name, Stream.concat(prefix.stream(), command.stream()).toList(), environment);
    }

    /// The same program, kept on some processors where the system can do that.
    public Program pinnedTo(int... processors) {
        if (!Path.of("/usr/bin/taskset").toFile().canExecute()) {
            return this;
        }
        var pinned =
                new ArrayList<>(
                        List.of(
                                "taskset",
                                "-c",
                                Arrays.stream(processors)
                                        .mapToObj(Integer::toString)
                                        .collect(joining(","))));
        pinned.addAll(command);
        return new Program(name, pinned, environment);
    }

    @Override
    public String toString() {
        return name;
    }
}
