package net.ratonet.relay.web.http;

import java.util.regex.Pattern;

/// Under which name a caller knows this relay, from the `Host` header: good for addresses that go
/// back to the same caller, and for nothing else.
///
/// @param name a name or address, IPv6 in brackets
/// @param origin what stands before a path in an address of this web server
public record RequestHost(String name, String origin) {

    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    public static RequestHost of(Call call) {
        return of(call.header("Host").orElse(""), call.isSecure());
    }

    static RequestHost of(String header, boolean secure) {
        var host = HOST.matcher(header);
        var scheme = secure ? "https://" : "http://";
        return host.matches()
                ? new RequestHost(host.group(1), scheme + header)
                : new RequestHost("localhost", scheme + "localhost");
    }
}
