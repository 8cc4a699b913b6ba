package net.ratonet.relay.main;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.ratonet.shared.settings.DotEnv;

/// Reads the `.env` file of the folder that the program was started in.
final class EnvFile {

    private EnvFile() {}

    /// A file that is not there is an empty one; one that cannot be read is a mistake like those in
    /// its lines.
    static DotEnv read(Path file) {
        try {
            return Files.exists(file) ? DotEnv.parse(Files.readString(file)) : DotEnv.EMPTY;
        } catch (CharacterCodingException _) {
            return mistaken("must be UTF-8 text");
        } catch (IOException _) {
            return mistaken("cannot be read");
        }
    }

    private static DotEnv mistaken(String reason) {
        return new DotEnv(Map.of(), List.of(reason));
    }
}
