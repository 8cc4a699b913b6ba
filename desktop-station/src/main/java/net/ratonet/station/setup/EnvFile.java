package net.ratonet.station.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.ratonet.shared.settings.DotEnv;

/// The lines of a settings file. What nobody asked to change stays as it was, comments and other
/// programs' settings too.
record EnvFile(List<String> lines) {

    static final EnvFile EMPTY = new EnvFile(List.of());

    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=.*");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_./:@,+%*-]*");

    EnvFile {
        lines = List.copyOf(lines);
    }

    static EnvFile parse(String text) {
        return new EnvFile(text.lines().toList());
    }

    /// The values in it, without those that are empty.
    Map<String, String> values() {
        var values = new LinkedHashMap<>(DotEnv.parse(text()).values());
        values.values().removeIf(String::isEmpty);
        return Map.copyOf(values);
    }

    /// The same file with these values in it; an empty value takes the setting out.
    EnvFile with(Map<String, String> changes) {
        var left = new LinkedHashMap<>(changes);
        var result = new ArrayList<String>();
        for (var line : lines) {
            var name = nameIn(line).filter(changes::containsKey);
            if (name.isEmpty()) {
                result.add(line);
            } else {
                // The last line of a name wins when it is read, so one line has to do.
                Optional.ofNullable(left.remove(name.get()))
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> result.add(line(name.get(), value)));
            }
        }
        left.forEach((name, value) -> {
            if (!value.isEmpty()) {
                result.add(line(name, value));
            }
        });
        return new EnvFile(result);
    }

    String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static Optional<String> nameIn(String line) {
        var match = ASSIGNMENT.matcher(line);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    private static String line(String name, String value) {
        return name + "=" + quoted(value);
    }

    private static String quoted(String value) {
        if (HARMLESS.matcher(value).matches()) {
            return value;
        }
        return value.contains("\"") ? "'" + value + "'" : "\"" + value + "\"";
    }

    /// The values may be secrets.
    @Override
    public String toString() {
        return "EnvFile[" + lines.size() + " lines]";
    }
}
