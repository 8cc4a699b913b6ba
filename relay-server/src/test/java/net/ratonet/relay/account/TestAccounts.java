package net.ratonet.relay.account;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/// Accounts for tests: seeded keys, a clock that stands still, a store in memory.
public final class TestAccounts {

    public static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private TestAccounts() {}

    public static Accounts open(AccountStore store) throws IOException {
        return Accounts.open(store, seededKeys(), InstantSource.fixed(NOW), false);
    }

    /// A new generator each time would hand out the same keys again.
    public static KeyMaker seededKeys() {
        return new KeyMaker(new Random(7));
    }

    public static Registration registration(String name, String email) {
        return new Registration(name, email, "", Registration.DEFAULT_COLOR, List.of());
    }

    /// Registers a streamer of whom the test knows that there is none yet.
    public static RegisterResult.Registered register(Accounts accounts, String name)
            throws IOException {
        var result = accounts.register(registration(name, name + "@example.org"));
        return switch (result) {
            case RegisterResult.Registered registered -> registered;
            case RegisterResult.EmailTaken _ ->
                    throw new AssertionError(name + " is registered already");
        };
    }
}
