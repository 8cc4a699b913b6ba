package net.ratonet.station.config;

import java.util.List;
import java.util.Optional;
import net.ratonet.shared.settings.Setting;

/// What reading the settings came to.
///
/// @param config there exactly when there are no mistakes
public record LoadedSettings(
        Optional<StationConfig> config, List<Setting> settings, List<String> mistakes) {

    public LoadedSettings {
        settings = List.copyOf(settings);
        mistakes = List.copyOf(mistakes);
    }
}
