package net.ratonet.lab.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Remembers when each numbered update was sent. The number travels as the altitude of a fix, the
/// one field that every version of the protocol passes on unchanged.
final class SentTimes {

    private static final byte[] MARK = "\"altitude_m\":".getBytes(StandardCharsets.US_ASCII);
    private static final int KEPT = 1 << 20;

    private final long[] sentAt = new long[KEPT];
    private int last;

    /// A new number, sent now.
    int next(long nowNanos) {
        last++;
        sentAt[last & (KEPT - 1)] = nowNanos;
        return last;
    }

    int sent() {
        return last;
    }

    long sentAt(int number) {
        return sentAt[number & (KEPT - 1)];
    }

    /// Calls the visitor with the number of each update in a JSON text.
    static void forEachNumber(ByteBuffer json, java.util.function.IntConsumer visitor) {
        var end = json.limit() - MARK.length;
        for (var at = json.position(); at < end; at++) {
            if (json.get(at) == '"' && matches(json, at)) {
                at += MARK.length;
                visitor.accept(number(json, at));
            }
        }
    }

    private static boolean matches(ByteBuffer json, int at) {
        for (var index = 1; index < MARK.length; index++) {
            if (json.get(at + index) != MARK[index]) {
                return false;
            }
        }
        return true;
    }

    private static int number(ByteBuffer json, int from) {
        var number = 0;
        for (var at = from; at < json.limit(); at++) {
            var digit = json.get(at) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
