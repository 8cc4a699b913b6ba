package net.ratonet.station.main;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.settings.DotEnv;
import net.ratonet.station.config.StationSettings;

/// What all words of `station` find around them.
///
/// @param folder where the file .env is looked for
/// @param input what a person types, or pipes in
record Surroundings(Map<String, String> environment, Path folder, BufferedReader input) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    DotEnv dotEnv(PrintWriter err) {
        var file = folder.resolve(".env");
        try {
            return Files.exists(file) ? DotEnv.parse(Files.readString(file)) : DotEnv.EMPTY;
        } catch (IOException trouble) {
            err.println("Warning: .env cannot be read: " + trouble.getMessage());
            return DotEnv.EMPTY;
        }
    }

    /// One line that nobody shall see: typed without an echo at a terminal, else from the pipe.
    /// Empty when there is none.
    Optional<String> secret(String question) throws IOException {
        var console = Optional.ofNullable(System.console()).filter(found -> found.isTerminal());
        var line =
                console.isPresent()
                        ? Optional.ofNullable(console.get().readPassword("%s ", question))
                                .map(String::new)
                        : Optional.ofNullable(input.readLine());
        return line.map(String::strip).filter(text -> !text.isEmpty());
    }

    /// The station that runs here with the same data folder.
    StationRemote station(Terminal terminal) {
        var data = StationSettings.folder(environment, dotEnv(terminal.err()));
        return new StationRemote(folder.resolve(data), terminal.out(), terminal.err());
    }
}
