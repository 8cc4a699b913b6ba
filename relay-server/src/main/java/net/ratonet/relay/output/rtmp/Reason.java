package net.ratonet.relay.output.rtmp;

import net.ratonet.relay.config.Language;

/// Why an output does what it does, or what a streamer should know about it, in every language that
/// the relay speaks.
public record Reason(String portuguese, String english) {

    /// Fills the same values into both, numbers written as each language writes them.
    public Reason with(Object... values) {
        return new Reason(
                String.format(Language.PORTUGUESE.locale(), portuguese, values),
                String.format(Language.ENGLISH.locale(), english, values));
    }

    public String in(Language language) {
        return switch (language) {
            case PORTUGUESE -> portuguese;
            case ENGLISH -> english;
        };
    }
}
