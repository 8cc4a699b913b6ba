package net.ratonet.relay.web.http;

import java.util.Optional;

/// Whom a call comes from, as far as limits and the audit trail are concerned.
public final class ClientAddress {

    private static final int LONGEST = 64;

    private ClientAddress() {}

    /// The peer's own address, or what a proxy of ours appended to `X-Forwarded-For`: the last
    /// entry, because everything before it is only what the caller claims.
    public static String of(String peer, Optional<String> forwardedFor, boolean trustProxy) {
        if (!trustProxy || forwardedFor.isEmpty()) {
            return peer;
        }
        var entries = forwardedFor.get().split(",", -1);
        var last = entries[entries.length - 1].strip();
        return last.isEmpty() || last.length() > LONGEST ? peer : last;
    }

    /// The part of an address that one customer of a provider has for themselves: a whole IPv4
    /// address, but the first 64 bits of an IPv6 one.
    public static String network(String address) {
        var bare = address.replace("[", "").replace("]", "");
        if (bare.chars().filter(c -> c == ':').count() < 2) {
            return bare;
        }
        var groups = bare.split(":", -1);
        var network = new StringBuilder();
        for (var index = 0;
                index < Math.min(4, groups.length) && !groups[index].isEmpty();
                index++) {
            network.append(groups[index]).append(':');
        }
        return network.append(":/64").toString();
    }
}
