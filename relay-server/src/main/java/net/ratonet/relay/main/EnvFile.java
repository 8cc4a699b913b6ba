package net.ratonet.relay.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.ratonet.shared.settings.DotEnv;

/// Reads the `.env` file of the folder that the program was started in.
final class EnvFile {

    private EnvFile() {}

    /// A file that is not there is an empty one.
    static DotEnv read(Path file) throws IOException {
        return Files.exists(file) ? DotEnv.parse(Files.readString(file)) : DotEnv.EMPTY;
    }
}
