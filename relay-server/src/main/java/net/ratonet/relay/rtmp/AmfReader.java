package net.ratonet.relay.rtmp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads AMF0 values from what anybody may have sent. For one reading.
final class AmfReader {

    private static final int DEEPEST = 8;
    private static final int MOST_VALUES = 1_024;

    private final ByteBuffer in;
    private int values;

    AmfReader(byte[] bytes, int offset) {
        this.in = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
    }

    /// Leaves its recursion at once; never leaves this class.
    private static final class Refused extends Exception {
        Refused(String reason) {
            super(reason, null, false, false);
        }
    }

    AmfReading read() {
        var found = new ArrayList<AmfValue>();
        try {
            while (in.hasRemaining()) {
                found.add(value(0));
            }
            return new AmfReading.Values(found);
        } catch (Refused refused) {
            return new AmfReading.Malformed(String.valueOf(refused.getMessage()));
        } catch (BufferUnderflowException _) {
            return new AmfReading.Malformed("a value that ends too soon");
        }
    }

    private AmfValue value(int depth) throws Refused {
        if (depth > DEEPEST) {
            throw new Refused("values nested deeper than " + DEEPEST);
        }
        if (++values > MOST_VALUES) {
            throw new Refused("more than %d values".formatted(MOST_VALUES));
        }
        var marker = in.get() & 0xFF;
        return switch (marker) {
            case Amf0Codec.NUMBER -> new AmfValue.Num(in.getDouble());
            case Amf0Codec.BOOLEAN -> new AmfValue.Bool(in.get() != 0);
            case Amf0Codec.STRING -> new AmfValue.Text(shortText());
            case Amf0Codec.OBJECT -> named(depth, false);
            case Amf0Codec.NULL -> AmfValue.nothing();
            case Amf0Codec.UNDEFINED -> new AmfValue.Undefined();
            case Amf0Codec.NAMED_ARRAY -> {
                in.getInt();
                yield named(depth, true);
            }
            case Amf0Codec.ARRAY -> items(depth);
            case Amf0Codec.DATE -> date();
            case Amf0Codec.LONG_STRING, Amf0Codec.XML -> new AmfValue.Text(text(in.getInt()));
            case Amf0Codec.TYPED_OBJECT -> {
                shortText();
                yield named(depth, false);
            }
            default -> throw new Refused("a value of the unknown kind " + marker);
        };
    }

    private AmfValue named(int depth, boolean array) throws Refused {
        var found = new LinkedHashMap<String, AmfValue>();
        while (true) {
            var name = shortText();
            if (name.isEmpty() && isEnd()) {
                in.get();
                return new AmfValue.Named(found, array);
            }
            found.put(name, value(depth + 1));
        }
    }

    private boolean isEnd() {
        return in.hasRemaining() && in.get(in.position()) == Amf0Codec.OBJECT_END;
    }

    private AmfValue items(int depth) throws Refused {
        var length = in.getInt();
        if (length < 0 || length > MOST_VALUES) {
            throw new Refused("an array of %d values".formatted(length & 0xFFFF_FFFFL));
        }
        List<AmfValue> found = new ArrayList<>();
        for (var i = 0; i < length; i++) {
            found.add(value(depth + 1));
        }
        return new AmfValue.Items(found);
    }

    private AmfValue date() {
        var millis = in.getDouble();
        in.getShort();
        return new AmfValue.Num(millis);
    }

    private String shortText() throws Refused {
        return text(in.getShort() & 0xFFFF);
    }

    private String text(int length) throws Refused {
        if (length < 0 || length > in.remaining()) {
            throw new Refused("a text that is longer than its message");
        }
        var start = in.position();
        in.position(start + length);
        return new String(in.array(), in.arrayOffset() + start, length, StandardCharsets.UTF_8);
    }
}
