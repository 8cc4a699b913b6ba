package net.ratonet.relay.web.live;

import java.util.Optional;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// The smallest change that turns one JSON object into another, written as a merge patch (RFC
/// 7396): what is new or different stands in it, what has gone is null.
final class MergePatch {

    private MergePatch() {}

    /// Empty when the two are equal.
    static Optional<ObjectNode> between(ObjectNode before, ObjectNode after) {
        var patch = Json.object();
        for (var field : after.properties()) {
            var name = field.getKey();
            var old = before.get(name);
            if (field.getValue() instanceof ObjectNode newer && old instanceof ObjectNode older) {
                between(older, newer).ifPresent(inner -> patch.set(name, inner));
            } else if (!field.getValue().equals(old)) {
                patch.set(name, field.getValue());
            }
        }
        for (var name : before.propertyNames()) {
            if (!after.has(name)) {
                patch.putNull(name);
            }
        }
        return patch.isEmpty() ? Optional.empty() : Optional.of(patch);
    }
}
