package net.ratonet.station.source.libav;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.ratonet.station.config.StreamTarget;
import org.jspecify.annotations.Nullable;

/// Takes out of a message whatever in a target's address may be a key: path, query and login.
final class SecretWords {

    /// Shorter parts, such as an application name "a", would blot out half of every message.
    private static final int SHORTEST = 3;

    private final String url;
    private final String shown;
    private final List<String> words;

    SecretWords(StreamTarget target) {
        var address = URI.create(target.secretUrl());
        url = target.secretUrl();
        shown = target.toString();
        words =
                target.scheme().equals("file")
                        ? List.of()
                        : Stream.of(
                                        address.getRawPath(),
                                        address.getRawQuery(),
                                        address.getRawUserInfo())
                                .flatMap(SecretWords::parts)
                                .filter(word -> word.length() >= SHORTEST)
                                .sorted(Comparator.comparingInt(String::length).reversed())
                                .toList();
    }

    String hide(String message) {
        var hidden = message.replace(url, shown);
        for (var word : words) {
            hidden = hidden.replace(word, "***");
        }
        return hidden;
    }

    private static Stream<String> parts(@Nullable String text) {
        return text == null ? Stream.of() : Arrays.stream(text.split("[/&=:?]"));
    }
}
