package net.ratonet.relay.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.ratonet.shared.settings.DotEnv;

/// The `.env.example` of this checkout.
final class ExampleFile {

    private ExampleFile() {}

    static DotEnv asShipped() throws IOException {
        return DotEnv.parse(text());
    }

    static DotEnv uncommented() throws IOException {
        return DotEnv.parse(text().replaceAll("(?m)^# (?=[A-Z_]+=)", ""));
    }

    private static String text() throws IOException {
        return Files.readString(Path.of(System.getProperty("ratonet.root"), ".env.example"));
    }
}
