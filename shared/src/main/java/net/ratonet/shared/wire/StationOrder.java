package net.ratonet.shared.wire;

/// A command with the number under which its answer comes back.
public record StationOrder(String id, StationCommand command) {

    public StationOrder {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
    }
}
