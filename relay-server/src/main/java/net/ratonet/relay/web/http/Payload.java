package net.ratonet.relay.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.JsonNode;

/// Bytes on their way out, perhaps to many readers at once: whoever makes one does not touch the
/// array again. Two are equal only when they are the same.
public final class Payload implements AnswerBody {

    public static final Payload EMPTY = new Payload(new byte[0]);

    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Payload of(byte[] bytes) {
        return new Payload(bytes);
    }

    public static Payload text(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Payload json(JsonNode node) {
        return new Payload(Json.mapper().writeValueAsBytes(node));
    }

    public int length() {
        return bytes.length;
    }

    /// The bytes themselves, for reading only.
    public byte[] array() {
        return bytes;
    }

    /// A view of its own, because reading a buffer moves its position.
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
}
