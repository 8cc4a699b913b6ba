package net.ratonet.relay.store;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import net.ratonet.relay.account.OverlayScope;
import net.ratonet.relay.account.OverlayToken;

/// A line of `overlay_tokens` as it lies in the database: the token sealed, scopes as `map,speed`.
/// Public for Jdbi, which reads and makes it by reflection.
public record OverlayTokenRow(
        String id, String streamerId, String label, String scopes, String token, String createdAt) {

    static OverlayTokenRow seal(String streamerId, OverlayToken token, SecretBox box) {
        return new OverlayTokenRow(
                token.id(),
                streamerId,
                token.label(),
                token.scopes().stream().sorted().map(OverlayScope::wireName).collect(joining(",")),
                box.seal(token.token(), tokenOf(streamerId, token.id())),
                token.createdAt().toString());
    }

    OverlayToken open(SecretBox box) throws IOException {
        return new OverlayToken(
                id,
                label,
                scopes(scopes),
                box.open(token, tokenOf(streamerId, id)),
                Instant.parse(createdAt));
    }

    /// A scope of a later version grants nothing here.
    private static Set<OverlayScope> scopes(String names) {
        return Arrays.stream(names.split(","))
                .map(OverlayScope::named)
                .flatMap(Optional::stream)
                .collect(toUnmodifiableSet());
    }

    private static String tokenOf(String streamerId, String id) {
        return "overlay_tokens.token %s of %s".formatted(id, streamerId);
    }

    @Override
    public String toString() {
        return "OverlayTokenRow[%s]".formatted(id);
    }
}
