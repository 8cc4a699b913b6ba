package net.ratonet.relay.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ratonet.relay.admin.AuditEntry;
import net.ratonet.relay.admin.AuditEvent;
import net.ratonet.relay.admin.AuditLog;

/// Keeps the trail in memory; reading it can be made to fail.
final class FakeAuditLog implements AuditLog {

    volatile boolean failing;
    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public synchronized void record(AuditEvent event) {
        entries.add(
                new AuditEntry(
                        entries.size() + 1,
                        Instant.EPOCH,
                        event.actor(),
                        event.action(),
                        event.subject(),
                        event.address(),
                        event.outcome()));
    }

    @Override
    public List<AuditEntry> page(long beforeId, int most) throws IOException {
        if (failing) {
            throw new IOException("the disk is gone");
        }
        return entries.reversed().stream()
                .filter(entry -> entry.id() < beforeId)
                .limit(most)
                .toList();
    }
}
