package net.ratonet.station.local;

import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// What is new in a status: its top-level parts that differ, and null for those that are gone.
final class StatusChanges {

    private StatusChanges() {}

    static ObjectNode between(ObjectNode before, ObjectNode after) {
        var changes = Json.object();
        for (var part : after.properties()) {
            if (!part.getValue().equals(before.get(part.getKey()))) {
                changes.set(part.getKey(), part.getValue());
            }
        }
        for (var part : before.properties()) {
            if (!after.has(part.getKey())) {
                changes.putNull(part.getKey());
            }
        }
        return changes;
    }
}
