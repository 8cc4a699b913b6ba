package net.ratonet.shared.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads settings one by one from the command line, the environment and a `.env` file, in this
/// order, and keeps every mistake, so that a person can mend all of them in one go. An empty value
/// counts as unset. For the one thread that starts a program.
public final class SettingsReader {

    private static final Set<String> YES = Set.of("true", "1", "yes", "on");
    private static final Set<String> NO = Set.of("false", "0", "no", "off");

    private final Map<String, String> commandLine;
    private final Map<String, String> environment;
    private final Map<String, String> file;
    private final List<Setting> settings = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    public SettingsReader(Map<String, String> environment, DotEnv file) {
        this(Map.of(), environment, file);
    }

    /// A reader that also knows options, under the names of the settings that they stand for.
    public SettingsReader(
            Map<String, String> commandLine, Map<String, String> environment, DotEnv file) {
        this.commandLine = Map.copyOf(commandLine);
        this.environment = Map.copyOf(environment);
        this.file = file.values();
        file.unreadable().forEach(line -> mistakes.add(".env: " + line));
    }

    public String text(String name, String fallback, String meaning) {
        return read(name, fallback, false, meaning);
    }

    /// Like text, but never shown.
    public String secret(String name, String meaning) {
        return read(name, "", true, meaning);
    }

    public int integer(String name, int fallback, int lowest, int highest, String meaning) {
        var text = read(name, Integer.toString(fallback), false, meaning);
        try {
            var value = Integer.parseInt(text);
            if (value >= lowest && value <= highest) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Reported below, together with numbers that are out of range.
        }
        wrong(name, text, "a whole number from %d to %d".formatted(lowest, highest));
        return fallback;
    }

    public double decimal(
            String name, double fallback, double lowest, double highest, String meaning) {
        var text = read(name, plain(fallback), false, meaning);
        try {
            var value = Double.parseDouble(text);
            if (value >= lowest && value <= highest) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Reported below, together with numbers that are out of range.
        }
        wrong(name, text, "a number from %s to %s".formatted(plain(lowest), plain(highest)));
        return fallback;
    }

    public boolean flag(String name, boolean fallback, String meaning) {
        var text = read(name, Boolean.toString(fallback), false, meaning);
        var word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            wrong(name, text, "true or false");
            return fallback;
        }
        return YES.contains(word);
    }

    /// A comma list; blanks around and between the commas do not count.
    public List<String> list(String name, String meaning) {
        return Arrays.stream(read(name, "", false, meaning).split(",", -1))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    /// An absolute URL with one of the schemes, or empty where the fallback is.
    public String url(String name, String fallback, Set<String> schemes, String meaning) {
        return checkedUrl(name, read(name, fallback, false, meaning), fallback, schemes);
    }

    /// Like url, but never shown: a key is part of it.
    public String secretUrl(String name, Set<String> schemes, String meaning) {
        return checkedUrl(name, read(name, "", true, meaning), "", schemes);
    }

    private String checkedUrl(String name, String text, String fallback, Set<String> schemes) {
        if (!text.isEmpty() && !isUrl(text, schemes)) {
            wrong(
                    name,
                    text,
                    "a URL that starts with " + String.join(":// or ", sorted(schemes)) + "://");
            return fallback;
        }
        return text;
    }

    /// Notes that a value is wrong for a reason that only the caller can see.
    public void wrong(String name, String value, String allowed) {
        var shown =
                settings.stream()
                        .filter(setting -> setting.name().equals(name))
                        .map(setting -> setting.shown(value))
                        .findFirst()
                        .orElse(value);
        mistakes.add("%s is \"%s\", but must be %s".formatted(name, shown, allowed));
    }

    /// Every setting that was read, in the order of reading.
    public List<Setting> settings() {
        return List.copyOf(settings);
    }

    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    private String read(String name, String fallback, boolean secret, String meaning) {
        var origin = origin(name);
        var value =
                switch (origin) {
                    case COMMAND_LINE -> set(commandLine, name);
                    case ENVIRONMENT -> set(environment, name);
                    case FILE -> set(file, name);
                    case DEFAULT -> fallback;
                };
        var inForce = value == null ? fallback : value;
        settings.add(new Setting(name, inForce, origin, secret, meaning));
        return inForce;
    }

    private Origin origin(String name) {
        if (set(commandLine, name) != null) {
            return Origin.COMMAND_LINE;
        }
        if (set(environment, name) != null) {
            return Origin.ENVIRONMENT;
        }
        return set(file, name) != null ? Origin.FILE : Origin.DEFAULT;
    }

    private static @Nullable String set(Map<String, String> source, String name) {
        var value = source.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static boolean isUrl(String text, Set<String> schemes) {
        try {
            var url = URI.create(text);
            return url.getScheme() != null
                    && schemes.contains(url.getScheme())
                    && url.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? Long.toString((long) number) + ".0"
                : Double.toString(number);
    }
}
