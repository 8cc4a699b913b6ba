package net.ratonet.relay.scene;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.ratonet.relay.health.Sentence;

/// Finds configured scenes that OBS does not have, and the one that was probably meant.
public final class SceneCheck {

    /// A name as long as any that fits a screen; what is longer is compared by its beginning.
    private static final int LONGEST_COMPARED = 64;

    private SceneCheck() {}

    public static List<Sentence> problems(SceneNames names, Collection<String> existing) {
        return names.all().stream()
                .filter(name -> !existing.contains(name))
                .map(name -> missing(name, existing))
                .toList();
    }

    public static Sentence missing(String name, Collection<String> existing) {
        return nearest(name, existing)
                .map(near ->
                        new Sentence(
                                        "A cena \"%s\" não existe no OBS. Seria \"%s\"?",
                                        "OBS has no scene \"%s\". Did you mean \"%s\"?")
                                .with(name, near))
                .orElseGet(() ->
                        new Sentence("A cena \"%s\" não existe no OBS.", "OBS has no scene \"%s\".")
                                .with(name));
    }

    /// The existing name that differs least, if it does not differ in more than every third letter.
    static Optional<String> nearest(String name, Collection<String> existing) {
        return existing.stream()
                .filter(other -> distance(name, other) <= Math.max(2, name.length() / 3))
                .min(
                        Comparator.comparingInt((String other) -> distance(name, other))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String one, String other) {
        return EditDistance.between(plain(one), plain(other));
    }

    private static String plain(String name) {
        var stripped = name.strip().toLowerCase(Locale.ROOT);
        return stripped.substring(0, Math.min(LONGEST_COMPARED, stripped.length()));
    }
}
