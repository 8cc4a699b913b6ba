package net.ratonet.shared.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class JsonFieldsTest {

    @Test
    void keepsTheFirstMistakeOnly() {
        var in = fields("{\"a\":\"x\",\"b\":\"y\"}");

        var decoded = in.finish(() -> in.number("a", 0, 1) + in.number("b", 0, 1));

        assertThat(decoded).isEqualTo(new Decoded.Refused<>("a", "must be a number"));
    }

    @Test
    void buildsNothingOnceAMistakeIsKnown() {
        var in = fields("{}");
        in.refuse("a", "is wrong");

        var decoded =
                in.finish(() -> {
                    throw new AssertionError("must not be built");
                });

        assertThat(decoded).isEqualTo(new Decoded.Refused<>("a", "is wrong"));
        assertThat(in.isFaultless()).isFalse();
        assertThat(in.<String>refusal()).hasToString("a is wrong");
    }

    @Test
    void hasNoRefusalWithoutAMistake() {
        assertThatThrownBy(() -> fields("{}").refusal()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhichFieldARecordsOwnCheckRefused() {
        var in = fields("{}");

        var decoded =
                in.finish(() -> {
                    throw new IllegalArgumentException("size must fit the box");
                });

        assertThat(decoded).isEqualTo(new Decoded.Refused<>("size", "must fit the box"));
    }

    @Test
    void readsAListOfTexts() {
        var in = fields("{\"names\":[\"a\",\"b\"]}");

        assertThat(in.texts("names", 2, 1)).containsExactly("a", "b");
        assertThat(in.texts("others", 2, 1)).isEmpty();
        assertThat(in.isFaultless()).isTrue();
    }

    @Test
    void namesTheTextOfAListThatIsWrong() {
        var number = fields("{\"names\":[\"a\",7]}");
        var none = fields("{\"names\":\"a\"}");

        number.texts("names", 2, 1);
        none.texts("names", 2, 1);

        assertThat(number.<String>refusal()).hasToString("names[1] must be text");
        assertThat(none.<String>refusal()).hasToString("names must be a list of at most 2");
    }

    @Test
    void readsAnObjectWithinAnObject() {
        var in = fields("{\"box\":{\"size\":3},\"none\":null}");

        assertThat(in.nested("box", box -> box.integer("size", 0, 9, 0))).contains(3);
        assertThat(in.nested("none", box -> box.integer("size", 0, 9, 0))).isEmpty();
        assertThat(in.nested("other", box -> box.integer("size", 0, 9, 0))).isEmpty();
        assertThat(in.isFaultless()).isTrue();
    }

    @Test
    void namesBothFieldsOfAMistakeWithinAnObject() {
        var wrong = fields("{\"box\":{\"size\":\"x\"}}");
        var none = fields("{\"box\":3}");

        assertThat(wrong.nested("box", box -> box.integer("size", 0, 9, 0))).isEmpty();
        assertThat(none.nested("box", box -> box.integer("size", 0, 9, 0))).isEmpty();

        assertThat(wrong.<String>refusal()).hasToString("box.size must be a number");
        assertThat(none.<String>refusal()).hasToString("box must be an object");
    }

    @Test
    void survivesACheckThatSaysNothing() {
        var in = fields("{}");

        var decoded =
                in.finish(() -> {
                    throw new IllegalArgumentException();
                });

        assertThat(decoded).isEqualTo(new Decoded.Refused<>("value", "is wrong"));
    }

    @Test
    void tellsAbsentAndNullFromPresent() {
        var in = fields("{\"a\":null,\"b\":0}");

        assertThat(in.has("a")).isFalse();
        assertThat(in.has("b")).isTrue();
        assertThat(in.has("c")).isFalse();
    }

    @Test
    void saysFractionalBoundsAsTheyAre() {
        var in = fields("{\"share\":2}");

        assertThat(in.finish(() -> in.number("share", 0.5, 1.5)))
                .hasToString("share must be between 0.5 and 1.5");
    }

    private static JsonFields fields(String text) {
        return switch (Json.readObject(text)) {
            case Decoded.Accepted<ObjectNode>(var node) -> new JsonFields(node);
            case Decoded.Refused<ObjectNode> refused -> throw new AssertionError(refused);
            case Decoded.Malformed<ObjectNode> malformed -> throw new AssertionError(malformed);
        };
    }
}
