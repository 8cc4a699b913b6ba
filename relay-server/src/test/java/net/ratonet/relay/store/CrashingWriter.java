package net.ratonet.relay.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.KeyMaker;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.shared.telemetry.StreamerId;

/// A program that registers and removes streamers until it is killed, and says on its output what
/// was acknowledged: see [CrashTest]. Its lines are `starting`, `kept ID`, `removing ID`, `gone
/// ID`.
final class CrashingWriter {

    private static final int WRITERS = 8;
    private static final int REMOVE_EACH = 5;

    private final Accounts accounts;
    private final PrintStream out;

    private CrashingWriter(Accounts accounts, PrintStream out) {
        this.accounts = accounts;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        var out = System.out;
        // Whatever a library prints must not stand between the lines that count.
        System.setOut(System.err);
        out.println("starting");
        var random = new SecureRandom();
        try (var store = RelayStore.open(Path.of(args[0]), random, InstantSource.system());
                var executor = Executors.newFixedThreadPool(WRITERS)) {
            var accounts =
                    Accounts.open(
                            store.accounts(), new KeyMaker(random), InstantSource.system(), true);
            var writer = new CrashingWriter(accounts, out);
            for (var count = 0; count < WRITERS; count++) {
                executor.execute(writer::writeForEver);
            }
        }
    }

    private void writeForEver() {
        try {
            for (var number = 1; ; number++) {
                var id = register();
                if (number % REMOVE_EACH == 0) {
                    remove(id);
                }
            }
        } catch (IOException failure) {
            out.println("failed " + failure.getMessage());
        }
    }

    private StreamerId register() throws IOException {
        var registered = TestAccounts.register(accounts, "s" + UUID.randomUUID());
        out.println("kept " + registered.account().id());
        return registered.account().id();
    }

    private void remove(StreamerId id) throws IOException {
        out.println("removing " + id);
        accounts.remove(id);
        out.println("gone " + id);
    }
}
