package net.ratonet.relay.admin;

import java.time.Instant;

/// One line of the audit trail; later lines have greater ids.
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        String subject,
        String address,
        String outcome) {}
