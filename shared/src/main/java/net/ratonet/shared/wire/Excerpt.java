package net.ratonet.shared.wire;

/// A piece of a stranger's text, fit to stand in a sentence or a log line: short, in quotation
/// marks, and with nothing that a terminal or a log reader would obey.
final class Excerpt {

    private static final int LONGEST = 40;

    private Excerpt() {}

    static String of(String text) {
        var out = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).map(Excerpt::harmless).forEach(out::appendCodePoint);
        return out.append(text.codePointCount(0, text.length()) > LONGEST ? "…\"" : "\"")
                .toString();
    }

    private static int harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    '?';
            default -> codePoint;
        };
    }
}
