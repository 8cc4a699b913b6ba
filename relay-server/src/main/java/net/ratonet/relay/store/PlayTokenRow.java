package net.ratonet.relay.store;

import java.io.IOException;
import java.time.Instant;
import net.ratonet.relay.channel.PlayToken;

/// A line of `play_tokens` as it lies in the database, the token sealed. Public for Jdbi, which
/// reads and makes it by reflection.
public record PlayTokenRow(
        String id, String streamerId, String label, boolean slate, String token, String createdAt) {

    static PlayTokenRow seal(String streamerId, PlayToken token, SecretBox box) {
        return new PlayTokenRow(
                token.id(),
                streamerId,
                token.label(),
                token.slate(),
                box.seal(token.token(), tokenOf(streamerId, token.id())),
                token.createdAt().toString());
    }

    PlayToken open(SecretBox box) throws IOException {
        return new PlayToken(
                id,
                label,
                slate,
                box.open(token, tokenOf(streamerId, id)),
                Instant.parse(createdAt));
    }

    private static String tokenOf(String streamerId, String id) {
        return "play_tokens.token %s of %s".formatted(id, streamerId);
    }

    @Override
    public String toString() {
        return "PlayTokenRow[%s]".formatted(id);
    }
}
