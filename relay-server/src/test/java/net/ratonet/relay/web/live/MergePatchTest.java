package net.ratonet.relay.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MergePatchTest {

    @Test
    void isEmptyWhenNothingMoved() {
        assertThat(MergePatch.between(object("{'a':{'b':1}}"), object("{'a':{'b':1}}"))).isEmpty();
    }

    @Test
    void namesOnlyWhatMoved() {
        var before = object("{'gps':{'lat':1,'lng':2},'name':'ana','links':{'a':{'rtt':1}}}");
        var after = object("{'gps':{'lat':3,'lng':2},'name':'ana','links':{'b':{'rtt':1}}}");

        assertThat(MergePatch.between(before, after))
                .contains(object("{'gps':{'lat':3},'links':{'b':{'rtt':1},'a':null}}"));
    }

    @Test
    void turnsAnyObjectIntoAnyOther() {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++) {
            var before = random(random, 3);
            var after = random(random, 3);

            var patched = before.deepCopy();
            MergePatch.between(before, after).ifPresent(patch -> apply(patch, patched));

            assertThat(patched).isEqualTo(after);
        }
    }

    /// What a v2 dashboard does with a delta.
    private static void apply(ObjectNode patch, ObjectNode target) {
        for (var field : patch.properties()) {
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else if (field.getValue() instanceof ObjectNode inner
                    && target.get(field.getKey()) instanceof ObjectNode known) {
                apply(inner, known);
            } else {
                target.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    private static ObjectNode random(Random random, int depth) {
        var out = Json.object();
        for (var name : new String[] {"a", "b", "c", "d"}) {
            switch (random.nextInt(4)) {
                case 0 -> out.put(name, random.nextInt(3));
                case 1 -> out.put(name, random.nextBoolean());
                case 2 -> {
                    if (depth > 0) {
                        out.set(name, random(random, depth - 1));
                    }
                }
                default -> {}
            }
        }
        return out;
    }

    private static ObjectNode object(String text) {
        return switch (Json.readObject(text.replace('\'', '"'))) {
            case Decoded.Accepted<ObjectNode>(var node) -> node;
            case Decoded.Refused<ObjectNode> _, Decoded.Malformed<ObjectNode> _ ->
                    throw new AssertionError(text);
        };
    }
}
