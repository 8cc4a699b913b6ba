package net.ratonet.relay.account;

import java.io.IOException;
import java.util.List;
import net.ratonet.shared.telemetry.StreamerId;

/// Where accounts outlive the program. A method that returns has written durably; one that throws
/// has changed nothing. Any thread may call.
public interface AccountStore {

    List<KeptAccount> load() throws IOException;

    /// False when another account has the e-mail.
    boolean insert(KeptAccount account) throws IOException;

    /// Replaces all that is kept about an account but its e-mail, which never changes.
    void update(KeptAccount account) throws IOException;

    void delete(StreamerId id) throws IOException;
}
