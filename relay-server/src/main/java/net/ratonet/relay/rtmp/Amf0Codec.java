package net.ratonet.relay.rtmp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// AMF0, the notation of RTMP's commands.
public final class Amf0Codec {

    static final int NUMBER = 0;
    static final int BOOLEAN = 1;
    static final int STRING = 2;
    static final int OBJECT = 3;
    static final int NULL = 5;
    static final int UNDEFINED = 6;
    static final int NAMED_ARRAY = 8;
    static final int OBJECT_END = 9;
    static final int ARRAY = 10;
    static final int DATE = 11;
    static final int LONG_STRING = 12;
    static final int XML = 15;
    static final int TYPED_OBJECT = 16;

    private static final int LONGEST_SHORT_STRING = 0xFFFF;

    private Amf0Codec() {}

    public static AmfReading decode(byte[] bytes) {
        return decode(bytes, 0);
    }

    public static AmfReading decode(byte[] bytes, int offset) {
        return new AmfReader(bytes, offset).read();
    }

    public static byte[] encode(List<AmfValue> values) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var value : values) {
                write(out, value);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, AmfValue value) throws IOException {
        switch (value) {
            case AmfValue.Num(var number) -> {
                out.write(NUMBER);
                out.writeDouble(number);
            }
            case AmfValue.Bool(var yes) -> {
                out.write(BOOLEAN);
                out.writeBoolean(yes);
            }
            case AmfValue.Text(var text) -> writeText(out, text);
            case AmfValue.Named(var values, var array) -> writeNamed(out, values, array);
            case AmfValue.Items(var values) -> {
                out.write(ARRAY);
                out.writeInt(values.size());
                for (var item : values) {
                    write(out, item);
                }
            }
            case AmfValue.Null _ -> out.write(NULL);
            case AmfValue.Undefined _ -> out.write(UNDEFINED);
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_SHORT_STRING) {
            out.write(STRING);
            out.writeShort(bytes.length);
        } else {
            out.write(LONG_STRING);
            out.writeInt(bytes.length);
        }
        out.write(bytes);
    }

    private static void writeNamed(
            DataOutputStream out, Map<String, AmfValue> values, boolean array) throws IOException {
        out.write(array ? NAMED_ARRAY : OBJECT);
        if (array) {
            out.writeInt(values.size());
        }
        for (var entry : values.entrySet()) {
            var name = entry.getKey().getBytes(StandardCharsets.UTF_8);
            out.writeShort(name.length);
            out.write(name);
            write(out, entry.getValue());
        }
        out.writeShort(0);
        out.write(OBJECT_END);
    }
}
