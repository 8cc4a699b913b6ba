package net.ratonet.relay.telemetry.history;

/// Makes any text safe between XML tags.
final class XmlText {

    private XmlText() {}

    static String escape(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .filter(XmlText::isAllowed)
                .forEach(character -> {
                    switch (character) {
                        case '&' -> out.append("&amp;");
                        case '<' -> out.append("&lt;");
                        case '>' -> out.append("&gt;");
                        default -> out.appendCodePoint(character);
                    }
                });
        return out.toString();
    }

    /// XML 1.0 has no way at all to write other characters.
    private static boolean isAllowed(int character) {
        return (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000
                || character == '\t'
                || character == '\n';
    }
}
