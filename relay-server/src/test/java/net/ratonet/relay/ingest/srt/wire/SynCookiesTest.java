package net.ratonet.relay.ingest.srt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SynCookiesTest {

    private static final long NOW = Duration.ofMinutes(10).plusSeconds(30).toNanos();

    private final SynCookies cookies = new SynCookies(new Random(1));
    private final InetSocketAddress caller = at("192.0.2.1", 4_000);

    @Test
    void acceptsWhatItIssued() {
        var cookie = cookies.issue(caller, NOW);

        assertThat(cookies.accepts(cookie, caller, NOW)).isTrue();
    }

    @Test
    void acceptsItAMinuteLaterButNotTwo() {
        var cookie = cookies.issue(caller, NOW);

        var later = NOW + Duration.ofMinutes(1).toNanos();
        assertThat(cookies.accepts(cookie, caller, later)).isTrue();
        assertThat(cookies.accepts(cookie, caller, later + Duration.ofMinutes(1).toNanos()))
                .isFalse();
    }

    @Test
    void acceptsItFromNowhereElse() {
        var cookie = cookies.issue(caller, NOW);

        assertThat(cookies.accepts(cookie, at("192.0.2.2", 4_000), NOW)).isFalse();
        assertThat(cookies.accepts(cookie, at("192.0.2.1", 4_001), NOW)).isFalse();
    }

    @Test
    void acceptsNoneOfAnotherSecret() {
        var others = new SynCookies(new Random(2));

        assertThat(cookies.accepts(others.issue(caller, NOW), caller, NOW)).isFalse();
    }

    @Test
    void worksBeforeTimeZero() {
        var cookie = cookies.issue(caller, -1);

        assertThat(cookies.accepts(cookie, caller, 1)).isTrue();
    }

    private static InetSocketAddress at(String host, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(host), port);
    }
}
