package net.ratonet.shared.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The lines of a `.env` file as names and values, and the lines that are neither.
///
/// @param unreadable one sentence per line that could not be read, with its number
public record DotEnv(Map<String, String> values, List<String> unreadable) {

    public static final DotEnv EMPTY = new DotEnv(Map.of(), List.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public DotEnv {
        values = Map.copyOf(values);
        unreadable = List.copyOf(unreadable);
    }

    /// Reads `NAME=value`, `export NAME=value`, quotes, and comments after white space. The last
    /// line of a name wins, as in a shell.
    public static DotEnv parse(String text) {
        var values = new LinkedHashMap<String, String>();
        var unreadable = new ArrayList<String>();
        var lines = text.lines().toList();
        for (var index = 0; index < lines.size(); index++) {
            parseLine(lines.get(index).strip(), index + 1, values, unreadable);
        }
        return new DotEnv(values, unreadable);
    }

    /// Names only: the values may be secrets.
    @Override
    public String toString() {
        return "DotEnv" + values.keySet();
    }

    private static void parseLine(
            String line, int number, Map<String, String> values, List<String> unreadable) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        var assignment = line.startsWith("export ") ? line.substring(7).strip() : line;
        var equals = assignment.indexOf('=');
        var name = equals < 0 ? "" : assignment.substring(0, equals).strip();
        if (!NAME.matcher(name).matches()) {
            unreadable.add("line %d is not NAME=value".formatted(number));
            return;
        }
        values.put(name, unquote(assignment.substring(equals + 1).strip()));
    }

    private static String unquote(String value) {
        if (value.startsWith("#")) {
            return "";
        }
        for (var quote : List.of("\"", "'")) {
            var end = value.indexOf(quote, 1);
            if (value.startsWith(quote) && end > 0) {
                return value.substring(1, end);
            }
        }
        var comment = value.indexOf(" #");
        return comment < 0 ? value : value.substring(0, comment).strip();
    }
}
