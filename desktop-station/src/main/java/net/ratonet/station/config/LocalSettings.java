package net.ratonet.station.config;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import net.ratonet.shared.settings.SettingsReader;

/// The settings of who may ask the station for what.
final class LocalSettings {

    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final int HIGHEST_PORT = 65_535;

    private LocalSettings() {}

    static LocalConfig read(SettingsReader reader) {
        return new LocalConfig(
                port(reader),
                reader.flag(
                        "FIELD_MODERATORS_MAY_GO_LIVE",
                        false,
                        "let moderators begin and end the live, too"));
    }

    private static OptionalInt port(SettingsReader reader) {
        var text =
                reader.text(
                        "FIELD_CONTROL_PORT",
                        "8787",
                        "port for programs on this machine; 0 = any free one, off = none");
        if (text.equals("off")) {
            return OptionalInt.empty();
        }
        if (!PORT.matcher(text).matches() || Integer.parseInt(text) > HIGHEST_PORT) {
            reader.wrong("FIELD_CONTROL_PORT", text, "a port from 0 to 65535, or off");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
