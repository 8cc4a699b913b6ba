package net.ratonet.shared.wire;

/// A command with the number under which its answer comes back, and on whose behalf it is given.
public record StationOrder(String id, StationCommand command, OrderRole role) {

    public StationOrder {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
    }

    public StationOrder(String id, StationCommand command) {
        this(id, command, OrderRole.OWNER);
    }
}
