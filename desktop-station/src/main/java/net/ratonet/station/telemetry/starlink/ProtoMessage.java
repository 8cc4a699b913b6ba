package net.ratonet.station.telemetry.starlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import net.ratonet.shared.wire.Decoded;

/// A protobuf message without its schema: fields by number, as they lie on the wire. What a field
/// means is for the asker to know; asking for the wrong kind finds nothing.
final class ProtoMessage {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Map<Integer, List<Field>> fields;

    private ProtoMessage(Map<Integer, List<Field>> fields) {
        this.fields = fields;
    }

    static Decoded<ProtoMessage> parse(byte[] bytes) {
        var fields = new HashMap<Integer, List<Field>>();
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            var tag = varint(in);
            var field = tag.isPresent() ? field(tag.getAsLong(), in) : Optional.<Field>empty();
            if (field.isEmpty()) {
                return new Decoded.Malformed<>("not a protobuf message");
            }
            fields.computeIfAbsent((int) (tag.getAsLong() >>> 3), _ -> new ArrayList<>())
                    .add(field.get());
        }
        return new Decoded.Accepted<>(new ProtoMessage(fields));
    }

    OptionalLong number(int number) {
        return last(number)
                .filter(field -> field.kind == VARINT)
                .map(field -> OptionalLong.of(field.bits))
                .orElseGet(OptionalLong::empty);
    }

    /// A float or a double.
    OptionalDouble real(int number) {
        var field = last(number);
        if (field.isEmpty()) {
            return OptionalDouble.empty();
        }
        var value =
                switch (field.get().kind) {
                    case FIXED32 -> Float.intBitsToFloat((int) field.get().bits);
                    case FIXED64 -> Double.longBitsToDouble(field.get().bits);
                    default -> Double.NaN;
                };
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    Optional<ProtoMessage> message(int number) {
        return messages(number).stream().reduce((_, last) -> last);
    }

    List<ProtoMessage> messages(int number) {
        return bytes(number).stream()
                .flatMap(bytes ->
                        parse(bytes) instanceof Decoded.Accepted<ProtoMessage>(var message)
                                ? Optional.of(message).stream()
                                : Optional.<ProtoMessage>empty().stream())
                .toList();
    }

    List<byte[]> bytes(int number) {
        return fields.getOrDefault(number, List.of()).stream()
                .filter(field -> field.kind == LENGTH)
                .map(Field::copy)
                .toList();
    }

    List<String> texts(int number) {
        return bytes(number).stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    boolean has(int number) {
        return fields.containsKey(number);
    }

    private Optional<Field> last(int number) {
        var all = fields.getOrDefault(number, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private static Optional<Field> field(long tag, ByteBuffer in) {
        var kind = (int) (tag & 7);
        return switch (kind) {
            case VARINT -> {
                var value = varint(in);
                yield value.isPresent()
                        ? Optional.of(new Field(kind, value.getAsLong(), NOTHING))
                        : Optional.empty();
            }
            case FIXED32 ->
                    in.remaining() < 4
                            ? Optional.empty()
                            : Optional.of(new Field(kind, in.getInt(), NOTHING));
            case FIXED64 ->
                    in.remaining() < 8
                            ? Optional.empty()
                            : Optional.of(new Field(kind, in.getLong(), NOTHING));
            case LENGTH -> content(in).map(content -> new Field(kind, 0, content));
            default -> Optional.empty();
        };
    }

    private static Optional<ByteBuffer> content(ByteBuffer in) {
        var length = varint(in);
        if (length.isEmpty() || length.getAsLong() < 0 || length.getAsLong() > in.remaining()) {
            return Optional.empty();
        }
        var content = in.slice(in.position(), (int) length.getAsLong());
        in.position(in.position() + (int) length.getAsLong());
        return Optional.of(content);
    }

    private static OptionalLong varint(ByteBuffer in) {
        var value = 0L;
        for (var shift = 0; shift < 70 && in.hasRemaining(); shift += 7) {
            var next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return OptionalLong.of(value);
            }
        }
        return OptionalLong.empty();
    }

    private record Field(int kind, long bits, ByteBuffer content) {

        byte[] copy() {
            var copy = new byte[content.remaining()];
            content.get(content.position(), copy);
            return copy;
        }
    }
}
