package net.ratonet.station.telemetry.modem.hilink;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.station.telemetry.modem.DeviceHttp;

/// Speaks to one stick: keeps its session and begins a new one when the stick has forgotten it. For
/// one thread at a time.
final class HilinkClient implements AutoCloseable {

    private static final Pattern CSRF =
            Pattern.compile("name=\"csrf_token\"\\s+content=\"([^\"]+)\"");

    private static final int NEEDS_LOGIN = 100_003;

    /// The stick has lost or changed the session or its token.
    private static final Set<Integer> FORGOTTEN = Set.of(125_001, 125_002, 125_003);

    private final DeviceHttp http;
    private String cookie = "";
    private String token = "";

    HilinkClient(DeviceHttp http) {
        this.http = http;
    }

    /// An answer of the interface below `/api/`.
    HilinkXml get(String path) throws IOException, InterruptedException {
        if (cookie.isEmpty()) {
            begin();
        }
        var answer = attempt(path);
        if (FORGOTTEN.contains(answer.error())) {
            begin();
            answer = attempt(path);
        }
        return switch (answer.error()) {
            case 0 -> answer;
            case NEEDS_LOGIN -> throw new IOException("the stick wants its password for " + path);
            default -> throw new IOException("the stick answers error " + answer.error());
        };
    }

    @Override
    public void close() {
        http.close();
    }

    private HilinkXml attempt(String path) throws IOException, InterruptedException {
        var headers = new HashMap<String, String>();
        if (!cookie.isEmpty()) {
            headers.put("Cookie", cookie);
        }
        if (!token.isEmpty()) {
            headers.put("__RequestVerificationToken", token);
        }
        return parsed(http.get("/api/" + path, headers));
    }

    /// Newer firmware tells session and token in one place; older sets a cookie on its first page
    /// and writes tokens into it.
    private void begin() throws IOException, InterruptedException {
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
        cookie = page.cookie().split(";", 2)[0];
        token = found.group(1);
    }

    private static HilinkXml parsed(DeviceHttp.Answer answer) throws IOException {
        if (answer.status() == 200
                && HilinkXml.parse(answer.body()) instanceof Decoded.Accepted<HilinkXml>(var xml)) {
            return xml;
        }
        throw new IOException("no HiLink stick answers there");
    }
}
