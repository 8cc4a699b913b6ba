package net.ratonet.relay.web.login;

import java.time.Instant;

/// A browser that has logged in.
///
/// @param csrfToken what the page must repeat in a header before it may change anything
public record Session(String id, Person person, String csrfToken, Instant expiresAt) {

    @Override
    public String toString() {
        return "Session[" + person + ", until " + expiresAt + "]";
    }
}
