package net.ratonet.relay.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// The key of a database's secrets, in a file of its own beside it (`ratonet.db.key`), so that a
/// copy of the database alone tells nothing.
final class KeyFile {

    private static final String CHECK = "key_check";
    private static final String CHECK_TEXT = "this key belongs to this database";

    private KeyFile() {}

    static Path of(Path database) {
        return DurableFiles.sibling(database, ".key");
    }

    /// The box for a database that holds no secret yet, or whose key must be there.
    static SecretBox openOrCreate(Path database, SecureRandom random) throws IOException {
        var file = of(database);
        if (!Files.exists(file)) {
            var key = new byte[SecretBox.KEY_BYTES];
            random.nextBytes(key);
            var text = Base64.getEncoder().encodeToString(key) + "\n";
            DurableFiles.writeForOwner(file, text.getBytes(UTF_8));
        }
        return new SecretBox(read(file), random);
    }

    /// The box for an open database; refuses a key that is missing or belongs to another one.
    static SecretBox openFor(Database database, SecureRandom random) throws IOException {
        var check = database.read(handle -> RelayValueTable.find(handle, CHECK));
        if (check.isPresent() && !Files.exists(of(database.file()))) {
            throw new IOException(
                    ("The key file %s is missing. Without it nobody can read the stream keys in %s:"
                                    + " put it back from a backup.")
                            .formatted(of(database.file()), database.file()));
        }
        var box = openOrCreate(database.file(), random);
        if (check.isPresent()) {
            checkBelongs(database.file(), box, check.get());
        } else {
            database.change(
                    handle -> RelayValueTable.put(handle, CHECK, box.seal(CHECK_TEXT, CHECK)));
        }
        return box;
    }

    private static void checkBelongs(Path database, SecretBox box, String check)
            throws IOException {
        try {
            box.open(check, CHECK);
        } catch (IOException wrong) {
            throw new IOException(
                    "%s is the key of another database than %s. Put back the right one."
                            .formatted(of(database), database),
                    wrong);
        }
    }

    private static byte[] read(Path file) throws IOException {
        try {
            var key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == SecretBox.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // Not Base64: as wrong as a key of another length.
        }
        throw new IOException("%s holds no key. Put it back from a backup.".formatted(file));
    }
}
