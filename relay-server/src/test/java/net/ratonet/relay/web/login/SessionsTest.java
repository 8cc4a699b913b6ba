package net.ratonet.relay.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.FakeClock;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Person ANA = new Person.Streamer(new StreamerId("ana"));

    private final FakeClock clock = new FakeClock(Instant.parse("2026-05-01T10:00:00Z"));
    private final Sessions sessions = new Sessions(clock, new SecureRandom());

    @Test
    void findsWhoIsLoggedIn() {
        var session = sessions.open(ANA);

        assertThat(sessions.find(session.id())).contains(session);
        assertThat(sessions.find("other")).isEmpty();
        assertThat(session.id()).isNotEqualTo(session.csrfToken()).hasSize(43);
    }

    @Test
    void endsAfterItsLifetime() {
        var session = sessions.open(ANA);

        clock.advance(Sessions.LIFETIME);

        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void endsAtLogout() {
        var session = sessions.open(ANA);

        sessions.close(session.id());

        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void endsEverywhereForOnePersonOnly() {
        var phone = sessions.open(ANA);
        var desk = sessions.open(ANA);
        var admin = sessions.open(new Person.Operator());

        sessions.closeAll(ANA);

        assertThat(sessions.find(phone.id())).isEmpty();
        assertThat(sessions.find(desk.id())).isEmpty();
        assertThat(sessions.find(admin.id())).isPresent();
    }

    @Test
    void forgetsTheOldestOfTooMany() {
        var first = sessions.open(ANA);
        for (var index = 0; index < 10_000; index++) {
            sessions.open(ANA);
        }

        assertThat(sessions.find(first.id())).isEmpty();
    }

    @Test
    void printsNoSecret() {
        var session = sessions.open(ANA);

        assertThat(session.toString()).doesNotContain(session.id(), session.csrfToken());
    }
}
