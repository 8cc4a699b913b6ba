package net.ratonet.station.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets in who asks for this machine by its own name and knows the token. The name matters: a page
/// in a browser can have its own name resolve to this machine.
final class Doorman {

    private static final String SCHEME = "Bearer ";

    private final Set<String> names;
    private final byte[] token;

    Doorman(int port, String token) {
        this.names = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    Optional<Reply> refuse(@Nullable String host, @Nullable String authorization) {
        if (host == null || !names.contains(host)) {
            return Optional.of(Reply.mistake(403, "ask for 127.0.0.1 or localhost"));
        }
        return knows(authorization)
                ? Optional.empty()
                : Optional.of(
                        Reply.mistake(
                                        401,
                                        "give the token of the file control-token as"
                                                + " Authorization: Bearer TOKEN")
                                .with("WWW-Authenticate", "Bearer"));
    }

    private boolean knows(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        token,
                        authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
    }
}
