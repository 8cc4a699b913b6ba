package net.ratonet.station.telemetry.modem.hilink;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.ratonet.station.telemetry.modem.LoginGuard;

/// Logs a session in to a stick that has a password, in the way that its firmware asks for. For one
/// thread at a time.
final class HilinkLogin {

    private static final String USER = "admin";
    private static final int NONCE_BYTES = 32;

    /// More would keep this thread busy for seconds; sticks ask for a hundred.
    private static final int MOST_ITERATIONS = 100_000;

    /// Wrong name, wrong password, both, and "too many times".
    private static final Set<Integer> REFUSED = Set.of(108_001, 108_002, 108_006, 108_007);

    private final LoginGuard guard;
    private final String link;
    private final SecureRandom random = new SecureRandom();

    /// @param link where the stick is, which its password goes by
    HilinkLogin(LoginGuard guard, String link) {
        this.guard = guard;
        this.link = link;
    }

    /// Whether the session is logged in now. It is not where there is no password, or none that may
    /// be tried.
    boolean login(HilinkSession session) throws IOException, InterruptedException {
        var password = guard.take(link);
        if (password.isEmpty()) {
            return false;
        }
        try {
            return told(attempt(session, password.get()));
        } catch (IOException trouble) {
            guard.failed(link, String.valueOf(trouble.getMessage()));
            throw trouble;
        }
    }

    private sealed interface Outcome {
        record In() implements Outcome {}

        record Refused() implements Outcome {}

        record Not(String why) implements Outcome {}
    }

    private boolean told(Outcome outcome) {
        switch (outcome) {
            case Outcome.In _ -> guard.accepted(link);
            case Outcome.Refused _ -> guard.refused(link);
            case Outcome.Not(var why) -> guard.failed(link, why);
        }
        return outcome instanceof Outcome.In;
    }

    private Outcome attempt(HilinkSession session, String password)
            throws IOException, InterruptedException {
        var state = session.get("user/state-login");
        if (state.error() != 0) {
            return new Outcome.Not("it answers error " + state.error());
        }
        if (state.text("State").equals("0")) {
            return new Outcome.In();
        }
        if (isLocked(state)) {
            return new Outcome.Not("it is locked after too many wrong passwords");
        }
        if (state.text("extern_password_type").equals("1")) {
            return byChallenge(session, password);
        }
        return state.text("password_type").equals("4")
                ? byHash(session, password)
                : new Outcome.Not("it wants a kind of login that is not known here");
    }

    private static boolean isLocked(HilinkXml state) {
        return state.text("lockstatus").equals("1")
                || state.text("remainwaittime").matches("0*[1-9]\\d*");
    }

    private Outcome byChallenge(HilinkSession session, String password)
            throws IOException, InterruptedException {
        var nonce = nonce();
        var challenge =
                session.post(
                        "user/challenge_login",
                        values("username", USER, "firstnonce", nonce, "mode", "1"));
        if (challenge.error() != 0) {
            return outcome(challenge);
        }
        var serverNonce = challenge.text("servernonce");
        var salt = challenge.text("salt");
        var iterations = iterations(challenge.text("iterations"));
        if (iterations == 0
                || !serverNonce.startsWith(nonce)
                || !salt.matches("([0-9a-fA-F]{2}){1,64}")) {
            return new Outcome.Not("its challenge makes no sense");
        }
        var proof = ScramProof.of(password, salt, iterations, nonce, serverNonce);
        return outcome(
                session.post(
                        "user/authentication_login",
                        values("clientproof", proof, "finalnonce", serverNonce)));
    }

    private static int iterations(String text) {
        var number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        return number <= MOST_ITERATIONS ? number : 0;
    }

    private static Outcome byHash(HilinkSession session, String password)
            throws IOException, InterruptedException {
        return outcome(
                session.post(
                        "user/login",
                        values(
                                "Username",
                                USER,
                                "Password",
                                HashedPassword.of(USER, password, session.token()),
                                "password_type",
                                "4")));
    }

    private static Outcome outcome(HilinkXml answer) {
        if (answer.error() == 0) {
            return new Outcome.In();
        }
        return REFUSED.contains(answer.error())
                ? new Outcome.Refused()
                : new Outcome.Not("it answers error " + answer.error());
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// In this order, which some firmware insists on.
    private static Map<String, String> values(String... namesAndValues) {
        var values = new LinkedHashMap<String, String>();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            values.put(namesAndValues[index], namesAndValues[index + 1]);
        }
        return values;
    }
}
