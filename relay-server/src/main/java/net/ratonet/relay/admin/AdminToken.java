package net.ratonet.relay.admin;

import java.io.IOException;
import java.util.Optional;
import net.ratonet.relay.account.KeyHash;
import net.ratonet.relay.account.KeyMaker;

/// The token that opens the admin API, of which only the hash is known here. Any thread may call.
public final class AdminToken {

    private final KeyHash hash;

    private AdminToken(KeyHash hash) {
        this.hash = hash;
    }

    /// Takes the operator's own token (`ADMIN_TOKEN`) or, where that is empty, the relay's: made at
    /// the first start, and then never readable again. An operator who lost it sets `ADMIN_TOKEN`.
    /// A token that was just made is not stored before [#keep].
    public static Opened open(String configured, AdminTokenStore store, KeyMaker keys)
            throws IOException {
        if (!configured.isEmpty()) {
            return new Opened(new AdminToken(KeyHash.of(configured)), Optional.empty());
        }
        var known = store.load();
        if (known.isPresent()) {
            return new Opened(new AdminToken(known.get()), Optional.empty());
        }
        var made = keys.adminToken();
        return new Opened(new AdminToken(KeyHash.of(made)), Optional.of(made));
    }

    /// Makes the token outlive this start. To be called when nothing can come between it and the
    /// operator's eyes any more: one that was stored but never shown would lock them out.
    public void keep(AdminTokenStore store) throws IOException {
        store.save(hash);
    }

    /// In a time that does not depend on how much of the token is right.
    public boolean matches(String token) {
        return hash.matches(token);
    }

    /// What opening found or made.
    ///
    /// @param shownOnce the plain token, when it has just been made: to print now or never
    public record Opened(AdminToken token, Optional<String> shownOnce) {
        @Override
        public String toString() {
            return "Opened[%s]".formatted(shownOnce.isPresent() ? "new" : "known");
        }
    }
}
