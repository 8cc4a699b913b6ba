package net.ratonet.station.telemetry.modem;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.ModemLogins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds the passwords of modems and sees to it that no modem locks itself: a password that was
/// refused is not tried again in this run of the station, and after any other failure there is a
/// long pause. For any thread.
public final class LoginGuard {

    private static final Logger LOG = LoggerFactory.getLogger(LoginGuard.class);

    /// A stick locks after three to five wrong passwords, for minutes that it doubles each time.
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final ModemLogins logins;
    private final Ticker ticker;
    private final Map<String, Hold> holds = new ConcurrentHashMap<>();

    private sealed interface Hold {
        record Until(long nanos) implements Hold {}

        record ForGood() implements Hold {}
    }

    public LoginGuard(ModemLogins logins, Ticker ticker) {
        this.logins = logins;
        this.ticker = ticker;
    }

    /// A guard without passwords.
    public static LoginGuard closed(Ticker ticker) {
        return new LoginGuard(ModemLogins.NONE, ticker);
    }

    /// Whether there is a password for what is behind the link, to be tried now or not.
    public boolean knows(String link) {
        return logins.password(link).isPresent();
    }

    /// The password for what is behind the link, if there is one that may be tried now. Whoever
    /// takes it says afterwards what came of it; until then nobody else gets it.
    public synchronized Optional<String> take(String link) {
        var password = logins.password(link);
        if (password.isEmpty()) {
            return Optional.empty();
        }
        var now = ticker.nowNanos();
        var before = holds.get(link);
        if (before instanceof Hold.ForGood
                || (before instanceof Hold.Until(var nanos) && now - nanos < 0)) {
            return Optional.empty();
        }
        holds.put(link, new Hold.Until(now + PAUSE.toNanos()));
        return password;
    }

    public void accepted(String link) {
        holds.remove(link);
    }

    public void refused(String link) {
        holds.put(link, new Hold.ForGood());
        LOG.warn(
                "The modem behind {} refuses its password in FIELD_MODEM_LOGINS. It is not tried"
                        + " again before the station is started anew, so that the modem does not"
                        + " lock itself.",
                link);
    }

    /// It came to nothing, but not because of the password; it is tried again later.
    public void failed(String link, String why) {
        if (holds.get(link) instanceof Hold.ForGood) {
            return;
        }
        LOG.info("No login to the modem behind {}: {}. Next try in 10 min", link, why);
    }
}
