package net.ratonet.station.source.libav;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A font of 5x7 pixels that needs no font file of the system, which a small VPS may not have. It
/// knows the characters that the test picture uses; any other one is a gap.
final class BitmapFont {

    static final int WIDTH = 5;
    static final int HEIGHT = 7;

    private final Map<Character, List<String>> glyphs;

    private BitmapFont(Map<Character, List<String>> glyphs) {
        this.glyphs = Map.copyOf(glyphs);
    }

    static BitmapFont load() {
        try (var resource = BitmapFont.class.getResourceAsStream("font.txt")) {
            var bytes = Objects.requireNonNull(resource).readAllBytes();
            return parse(new String(bytes, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean knows(char character) {
        return glyphs.containsKey(character);
    }

    boolean isInked(char character, int column, int row) {
        var rows = glyphs.get(character);
        return rows != null && rows.get(row).charAt(column) == '#';
    }

    private static BitmapFont parse(List<String> lines) {
        var glyphs = new HashMap<Character, List<String>>();
        for (var index = 0; index < lines.size(); index++) {
            if (lines.get(index).startsWith("=")) {
                glyphs.put(
                        lines.get(index).charAt(1),
                        List.copyOf(lines.subList(index + 1, index + 1 + HEIGHT)));
            }
        }
        return new BitmapFont(glyphs);
    }
}
