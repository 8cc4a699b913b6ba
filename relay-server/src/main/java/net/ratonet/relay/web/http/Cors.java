package net.ratonet.relay.web.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which foreign pages may read answers: those whose origin the operator named, and no other.
public final class Cors {

    private final List<String> origins;

    public Cors(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    /// The headers that let a page of this origin read the answer; none when it may not.
    public Map<String, String> headers(Optional<String> origin) {
        if (origins.isEmpty()) {
            return Map.of();
        }
        var headers = new HashMap<String, String>();
        headers.put("Vary", "Origin");
        origin.filter(this::isAllowed)
                .ifPresent(allowed -> headers.put("Access-Control-Allow-Origin", allowed));
        return headers;
    }

    /// The answer to a browser that asks before it sends: which methods and headers are fine.
    public Map<String, String> preflightHeaders(Optional<String> origin) {
        var headers = new HashMap<>(headers(origin));
        if (headers.containsKey("Access-Control-Allow-Origin")) {
            headers.put("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
            headers.put("Access-Control-Allow-Headers", "Authorization, Content-Type");
            headers.put("Access-Control-Max-Age", "600");
        }
        return headers;
    }

    private boolean isAllowed(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }
}
