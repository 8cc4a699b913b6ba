package net.ratonet.relay.web;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ratonet.relay.admin.AuditEntry;
import net.ratonet.relay.admin.AuditEvent;
import net.ratonet.relay.admin.AuditLog;

/// Keeps the trail in memory.
final class FakeAuditLog implements AuditLog {

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
    public List<AuditEntry> page(long beforeId, int most) {
        return entries.reversed().stream()
                .filter(entry -> entry.id() < beforeId)
                .limit(most)
                .toList();
    }
}
