package net.ratonet.station.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import net.ratonet.station.config.PrivateFile;

/// What a running station leaves in its folder, so that programs of the same user find its door.
final class DoorFiles {

    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,200}");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private final Path token;
    private final Path port;

    DoorFiles(Path folder) {
        this.token = folder.resolve("control-token");
        this.port = folder.resolve("control-port");
    }

    Path tokenFile() {
        return token;
    }

    /// The token of all starts; the first one makes it.
    String token() throws IOException {
        if (Files.exists(token)) {
            PrivateFile.restrict(token);
            return readToken();
        }
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        PrivateFile.write(token, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return readToken();
    }

    String readToken() throws IOException {
        var text = Files.readString(token).strip();
        if (!TOKEN.matcher(text).matches()) {
            throw new IOException("it is damaged: delete it and start the station again");
        }
        return text;
    }

    void writePort(int number) throws IOException {
        PrivateFile.write(port, Integer.toString(number));
    }

    void forgetPort() throws IOException {
        Files.deleteIfExists(port);
    }

    /// Absent unless a station has opened its door and not closed it.
    Optional<Integer> readPort() throws IOException {
        if (!Files.exists(port)) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(port).strip())
                .filter(text -> PORT.matcher(text).matches())
                .map(Integer::valueOf);
    }
}
