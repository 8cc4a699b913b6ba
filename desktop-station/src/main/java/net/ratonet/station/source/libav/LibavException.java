package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Something that libav could not do, in words for a person.
final class LibavException extends IOException {

    private static final int LONGEST_MESSAGE = 256;

    private final boolean byCodec;

    private LibavException(String message, boolean byCodec) {
        super(message);
        this.byCodec = byCodec;
    }

    /// The same, but the video encoder is to blame.
    LibavException blamingCodec() {
        return new LibavException(String.valueOf(getMessage()), true);
    }

    boolean isByCodec() {
        return byCodec;
    }

    /// Passes on what libav returned, unless that is an error.
    static int check(int result, String what) throws LibavException {
        if (result < 0) {
            throw new LibavException(what + ": " + words(result), false);
        }
        return result;
    }

    static LibavException because(String reason) {
        return new LibavException(reason, false);
    }

    private static String words(int error) {
        var text = new byte[LONGEST_MESSAGE];
        av_strerror(error, text, text.length);
        return new String(text, StandardCharsets.UTF_8).split("\0", 2)[0];
    }
}
