package net.ratonet.station.source.libav;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoInput;
import org.jspecify.annotations.Nullable;

/// Takes out of a message whatever in the addresses of this process may be a key: path, query and
/// login. Safe for any thread.
final class SecretWords {

    /// Shorter parts, such as an application name "a", would blot out half of every message.
    private static final int SHORTEST = 3;

    /// Sources chosen one after the other; the oldest are long closed.
    private static final int MOST = 256;

    /// Newest last; guarded by this.
    private List<Secret> known = List.of();

    private volatile List<Secret> longestFirst = List.of();

    void learn(StreamTarget target) {
        if (!target.scheme().equals("file")) {
            learn(URI.create(target.secretUrl()), target.toString());
        }
    }

    void learn(VideoInput source) {
        if (source instanceof VideoInput.Address address) {
            learn(address.url(), address.toString());
        }
    }

    String hide(String message) {
        var hidden = message;
        for (var secret : longestFirst) {
            hidden = hidden.replace(secret.word(), secret.shown());
        }
        return hidden;
    }

    /// Longest first, so that no part of a whole address is left over.
    private synchronized void learn(URI address, String shown) {
        var all = new ArrayList<>(known);
        all.add(new Secret(address.toString(), shown));
        Stream.of(address.getRawPath(), address.getRawQuery(), address.getRawUserInfo())
                .flatMap(SecretWords::parts)
                .filter(word -> word.length() >= SHORTEST)
                .map(word -> new Secret(word, "***"))
                .forEach(all::add);
        var distinct = all.stream().distinct().toList();
        known = distinct.subList(Math.max(0, distinct.size() - MOST), distinct.size());
        longestFirst =
                known.stream()
                        .sorted(
                                Comparator.comparingInt((Secret secret) -> secret.word().length())
                                        .reversed())
                        .toList();
    }

    private static Stream<String> parts(@Nullable String text) {
        return text == null ? Stream.of() : Arrays.stream(text.split("[/&=:?]"));
    }

    private record Secret(String word, String shown) {}
}
