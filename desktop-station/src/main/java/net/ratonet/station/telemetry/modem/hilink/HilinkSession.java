package net.ratonet.station.telemetry.modem.hilink;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.station.telemetry.modem.DeviceHttp;

/// One session with a stick: its cookie, and the token that each request shows. For one thread at a
/// time.
final class HilinkSession {

    private static final Pattern CSRF =
            Pattern.compile("name=\"csrf_token\"\\s+content=\"([^\"]+)\"");

    private static final String TOKEN = "__RequestVerificationToken";

    private final DeviceHttp http;
    private String cookie = "";
    private String token = "";

    HilinkSession(DeviceHttp http) {
        this.http = http;
    }

    boolean isOpen() {
        return !cookie.isEmpty();
    }

    /// What the next request will show.
    String token() {
        return token;
    }

    /// Newer firmware tells session and token in one place; older sets a cookie on its first page
    /// and writes tokens into it.
    void begin() throws IOException, InterruptedException {
        var answer = http.get("/api/webserver/SesTokInfo", Map.of());
        if (HilinkXml.parse(answer.body()) instanceof Decoded.Accepted<HilinkXml>(var xml)
                && !xml.text("SesInfo").isEmpty()) {
            var session = xml.text("SesInfo");
            cookie = session.startsWith("SessionID=") ? session : "SessionID=" + session;
            token = xml.text("TokInfo");
            return;
        }
        beginOnFirstPage();
    }

    private void beginOnFirstPage() throws IOException, InterruptedException {
        var page = http.get("/", Map.of());
        var found = CSRF.matcher(page.body());
        if (!found.find()) {
            throw new IOException("no HiLink stick answers there");
        }
        cookie = page.cookie();
        token = found.group(1);
    }

    HilinkXml get(String path) throws IOException, InterruptedException {
        return parsed(http.get("/api/" + path, headers()));
    }

    /// Each token is good for one of these; the answer brings the next.
    HilinkXml post(String path, Map<String, String> values)
            throws IOException, InterruptedException {
        var headers = headers();
        headers.put("Content-Type", "application/xml");
        var answer = http.post("/api/" + path, headers, HilinkXml.request(values));
        if (answer.cookie().startsWith("SessionID=")) {
            cookie = answer.cookie();
        }
        next(answer);
        return parsed(answer);
    }

    /// After a login there are several, of which the first is next.
    private void next(DeviceHttp.Answer answer) {
        var first = answer.header(TOKEN + "one");
        var fresh = (first.isEmpty() ? answer.header(TOKEN) : first).split("#", 2)[0];
        if (!fresh.isEmpty()) {
            token = fresh;
        }
    }

    private Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        if (!cookie.isEmpty()) {
            headers.put("Cookie", cookie);
        }
        if (!token.isEmpty()) {
            headers.put(TOKEN, token);
        }
        return headers;
    }

    private static HilinkXml parsed(DeviceHttp.Answer answer) throws IOException {
        if (answer.status() == 200
                && HilinkXml.parse(answer.body()) instanceof Decoded.Accepted<HilinkXml>(var xml)) {
            return xml;
        }
        throw new IOException("no HiLink stick answers there");
    }
}
