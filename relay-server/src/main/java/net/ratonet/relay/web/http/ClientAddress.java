package net.ratonet.relay.web.http;

import java.net.InetAddress;
import java.util.List;

/// Whom a call comes from, as far as limits and the audit trail are concerned.
public final class ClientAddress {

    private ClientAddress() {}

    /// The peer's own address, or what a proxy of ours appended to `X-Forwarded-For`: the last
    /// entry of the last line, because everything before it is only what the caller claims.
    public static String of(String peer, List<String> forwardedFor, boolean trustProxy) {
        if (!trustProxy || forwardedFor.isEmpty()) {
            return peer;
        }
        var entries = forwardedFor.getLast().split(",", -1);
        var last = entries[entries.length - 1].strip();
        return isAddress(last) ? last : peer;
    }

    private static boolean isAddress(String text) {
        try {
            return !InetAddress.ofLiteral(text).isAnyLocalAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
