package net.ratonet.station.main;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

    /// The station that runs here with the same data folder.
    StationRemote station(Terminal terminal) {
        var data = StationSettings.folder(environment, dotEnv(terminal.err()));
        return new StationRemote(folder.resolve(data), terminal.out(), terminal.err());
    }
}
