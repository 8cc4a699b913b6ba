package net.ratonet.relay.main;

import java.util.List;
import net.ratonet.shared.settings.Setting;

/// Lays settings out in columns for a terminal.
final class SettingsTable {

    private SettingsTable() {}

    static String of(List<Setting> settings) {
        var names = width(settings.stream().map(Setting::name).toList());
        var values = width(settings.stream().map(Setting::shown).toList());
        var row = "%-" + names + "s  %-" + values + "s  %-11s  %s%n";
        var table = new StringBuilder(row.formatted("SETTING", "VALUE", "FROM", "MEANING"));
        for (var setting : settings) {
            table.append(
                    row.formatted(
                            setting.name(),
                            setting.shown(),
                            setting.origin().label(),
                            setting.meaning()));
        }
        return table.toString();
    }

    private static int width(List<String> texts) {
        return Math.max(8, texts.stream().mapToInt(String::length).max().orElse(0));
    }
}
