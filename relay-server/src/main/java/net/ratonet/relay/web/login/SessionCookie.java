package net.ratonet.relay.web.login;

/// The cookies in which browsers keep their session: out of reach of scripts, and never sent along
/// with a request that another site started.
public enum SessionCookie {
    PANEL("ratonet_panel"),
    ADMIN("ratonet_admin");

    private final String cookieName;

    SessionCookie(String cookieName) {
        this.cookieName = cookieName;
    }

    public String cookieName() {
        return cookieName;
    }

    /// The `Set-Cookie` value that hands a session over.
    ///
    /// @param secure whether the browser came over TLS, and must from now on
    String set(Session session, boolean secure) {
        return write(session.id(), Sessions.LIFETIME.toSeconds(), secure);
    }

    /// The `Set-Cookie` value that takes it back.
    String clear(boolean secure) {
        return write("", 0, secure);
    }

    private String write(String value, long maxAgeS, boolean secure) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                .formatted(cookieName, value, maxAgeS, secure ? "; Secure" : "");
    }
}
