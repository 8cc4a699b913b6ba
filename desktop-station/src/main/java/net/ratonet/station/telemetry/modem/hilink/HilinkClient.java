package net.ratonet.station.telemetry.modem.hilink;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import net.ratonet.station.telemetry.modem.DeviceHttp;

/// Speaks to one stick: keeps its session, begins a new one when the stick has forgotten it, and
/// logs in where the stick wants a password and there is one. For one thread at a time.
final class HilinkClient implements AutoCloseable {

    private static final int NEEDS_LOGIN = 100_003;

    /// The stick has lost or changed the session or its token.
    private static final Set<Integer> FORGOTTEN = Set.of(125_001, 125_002, 125_003);

    private static final HilinkXml NOTHING = new HilinkXml("response", Map.of());

    private final DeviceHttp http;
    private final HilinkSession session;
    private final HilinkLogin login;

    HilinkClient(DeviceHttp http, HilinkLogin login) {
        this.http = http;
        this.session = new HilinkSession(http);
        this.login = login;
    }

    /// An answer of the interface below `/api/`.
    HilinkXml get(String path) throws IOException, InterruptedException {
        var answer = ask(path);
        if (answer.error() == NEEDS_LOGIN) {
            throw new IOException("the stick wants its password for " + path);
        }
        return answer;
    }

    /// The same; an answer without values where the stick wants a password that there is not.
    HilinkXml getIfAllowed(String path) throws IOException, InterruptedException {
        var answer = ask(path);
        return answer.error() == NEEDS_LOGIN ? NOTHING : answer;
    }

    @Override
    public void close() {
        http.close();
    }

    private HilinkXml ask(String path) throws IOException, InterruptedException {
        if (!session.isOpen()) {
            session.begin();
        }
        var answer = session.get(path);
        if (FORGOTTEN.contains(answer.error())) {
            session.begin();
            answer = session.get(path);
        }
        if (answer.error() == NEEDS_LOGIN && login.login(session)) {
            answer = session.get(path);
        }
        if (answer.error() != 0 && answer.error() != NEEDS_LOGIN) {
            throw new IOException("the stick answers error " + answer.error());
        }
        return answer;
    }
}
