package net.ratonet.relay.admin;

import java.io.IOException;
import java.util.List;

/// What was done in the operator's name, newest kept. Any thread may call.
public interface AuditLog {

    /// Returns at once; the line is written a moment later.
    void record(AuditEvent event);

    /// The newest lines whose id is below the given one, newest first. Paging starts at
    /// `Long.MAX_VALUE` and goes on with the last id of a page.
    List<AuditEntry> page(long beforeId, int most) throws IOException;
}
