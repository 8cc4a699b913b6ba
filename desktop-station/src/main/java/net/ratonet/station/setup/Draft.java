package net.ratonet.station.setup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.settings.DotEnv;
import net.ratonet.station.config.LoadedSettings;
import net.ratonet.station.config.StationSettings;

/// What the wizard knows so far.
///
/// @param before the settings file as it was found
/// @param chosen what has been settled since; an empty value takes the setting out
record Draft(Language language, EnvFile before, Map<String, String> chosen) {

    static final String SERVER = "FIELD_SERVER_WS_URL";
    static final String ID = "FIELD_STREAMER_ID";
    static final String KEY = "FIELD_API_KEY";
    static final String LIVE_TO = "FIELD_LIVE_TO";
    static final String INTERFACES = "FIELD_NETWORK_INTERFACES";
    static final String VIDEO = "FIELD_VIDEO_DEVICE";
    static final String VIDEO_URL = "FIELD_VIDEO_URL";
    static final String PRESET = "FIELD_VIDEO_PRESET";

    Draft {
        // In the order in which they were settled, which is the order of the file.
        chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
    }

    static Draft of(Language language, EnvFile before) {
        return new Draft(language, before, OldAgent.corrections(before.values()));
    }

    Draft speaking(Language other) {
        return new Draft(other, before, chosen);
    }

    Draft with(String name, String value) {
        var more = new LinkedHashMap<>(chosen);
        more.put(name, value);
        return new Draft(language, before, more);
    }

    /// What is settled, else what the file says, else nothing.
    String value(String name) {
        return Optional.ofNullable(chosen.get(name))
                .orElseGet(() -> before.values().getOrDefault(name, ""));
    }

    String say(Phrase phrase, Object... values) {
        return phrase.in(language, values);
    }

    EnvFile after() {
        return before.with(chosen);
    }

    /// As the station will read it from the file alone.
    LoadedSettings loaded() {
        return StationSettings.load(Map.of(), Map.of(), DotEnv.parse(after().text()));
    }

    /// The values may be secrets.
    @Override
    public String toString() {
        return "Draft[" + language + ", " + chosen.keySet() + "]";
    }
}
