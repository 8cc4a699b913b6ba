package net.ratonet.relay.admin;

/// Something that was done, or tried, in the operator's name.
///
/// @param actor who did it, such as `admin` or `cli`
/// @param action what it was, such as `login` or `streamer.approve`; few different ones
/// @param subject whom or what it was done to, or empty
/// @param address where the request came from, or empty
/// @param outcome such as `done` or `refused`
public record AuditEvent(
        String actor, String action, String subject, String address, String outcome) {}
