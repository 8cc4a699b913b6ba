package net.ratonet.relay.web.http;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a `Range` header asks for. Anything but one plain range of bytes means the whole file, as
/// the standard allows.
sealed interface ByteRange {

    Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    record Whole() implements ByteRange {}

    record Part(long from, long length) implements ByteRange {}

    /// Nothing of the file is in the range.
    record Beyond() implements ByteRange {}

    static ByteRange of(Optional<String> header, long size) {
        var range = header.map(String::strip).map(ONE::matcher).filter(found -> found.matches());
        if (range.isEmpty()) {
            return new Whole();
        }
        var from = range.get().group(1);
        var to = range.get().group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? new Whole() : last(Long.parseLong(to), size);
        }
        var last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        return between(Long.parseLong(from), last);
    }

    private static ByteRange last(long bytes, long size) {
        return between(Math.max(0, size - bytes), size - 1);
    }

    private static ByteRange between(long from, long last) {
        return from > last ? new Beyond() : new Part(from, last - from + 1);
    }
}
