package net.ratonet.relay.config;

import java.util.List;
import net.ratonet.shared.settings.Setting;

/// What reading the settings came to. With mistakes in it, the configuration must not be used.
public record LoadedSettings(RelayConfig config, List<Setting> settings, List<String> mistakes) {

    public LoadedSettings {
        settings = List.copyOf(settings);
        mistakes = List.copyOf(mistakes);
    }
}
