package net.ratonet.relay.web.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// Headers that tell browsers to distrust everything that is not ours.
public final class SecurityHeaders {

    private static final String POLICY = "Content-Security-Policy";

    /// For answers that are data: nothing in them may ever run or be framed. Nobody keeps a copy
    /// either, unless the answer itself allows it: many hold keys.
    public static final Map<String, String> DATA =
            with("default-src 'none'; frame-ancestors 'none'; base-uri 'none'", "no-store");

    /// For our pages: own files only, no inline script or style, pictures from anywhere secure,
    /// because avatars are.
    public static final Map<String, String> PAGE =
            with(
                    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
                            + " img-src 'self' data: https:; media-src 'self'; connect-src 'self';"
                            + " manifest-src 'self'; worker-src 'self'; base-uri 'none';"
                            + " form-action 'self'; frame-ancestors 'none'",
                    "no-cache");

    private SecurityHeaders() {}

    private static Map<String, String> with(String policy, String caching) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(POLICY, policy);
        headers.put("Cache-Control", caching);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        return Map.copyOf(headers);
    }
}
