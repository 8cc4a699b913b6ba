package net.ratonet.relay.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.ratonet.shared.flow.Ticker;

/// What became of reading a request's body, never more of it than was agreed.
sealed interface RequestBody {

    long LONGEST_NANOS = Duration.ofSeconds(20).toNanos();
    long DRAIN_NANOS = Duration.ofSeconds(2).toNanos();
    int MOST_DRAINED = 1024 * 1024;
    int CHUNK = 8 * 1024;

    record Text(String text) implements RequestBody {}

    record TooLarge() implements RequestBody {}

    record NotText() implements RequestBody {}

    /// The sender stopped in the middle, or hardly sends at all.
    record Broken() implements RequestBody {}

    /// Reads the whole body, unless it is too large, or so slow that its sender holds the
    /// connection rather than sends.
    static RequestBody read(InputStream in, int mostBytes, Ticker ticker) {
        var deadlineNanos = ticker.nowNanos() + LONGEST_NANOS;
        var buffer = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        try {
            for (var got = in.read(chunk); got >= 0; got = in.read(chunk)) {
                buffer.write(chunk, 0, got);
                if (buffer.size() > mostBytes) {
                    return new TooLarge();
                }
                if (ticker.nowNanos() - deadlineNanos > 0) {
                    return new Broken();
                }
            }
            return decode(buffer.toByteArray());
        } catch (IOException gone) {
            return new Broken();
        }
    }

    /// Reads on to the end of a body that nobody wanted, within reason, so that the sender gets to
    /// read the answer. Says whether the end was reached.
    static boolean drain(InputStream in, Ticker ticker) {
        var deadlineNanos = ticker.nowNanos() + DRAIN_NANOS;
        var chunk = new byte[CHUNK];
        try {
            for (var left = MOST_DRAINED; left > 0 && ticker.nowNanos() - deadlineNanos < 0; ) {
                var got = in.read(chunk);
                if (got < 0) {
                    return true;
                }
                left -= got;
            }
            return false;
        } catch (IOException gone) {
            return false;
        }
    }

    private static RequestBody decode(byte[] bytes) {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return new Text(decoder.decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException mistake) {
            return new NotText();
        }
    }
}
