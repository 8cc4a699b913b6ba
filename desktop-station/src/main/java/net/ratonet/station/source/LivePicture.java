package net.ratonet.station.source;

import java.util.Base64;

/// A small JPEG of what viewers see.
public final class LivePicture {

    public static final LivePicture NONE = new LivePicture("", 0);

    private final String jpegBase64;
    private final long atNanos;

    private LivePicture(String jpegBase64, long atNanos) {
        this.jpegBase64 = jpegBase64;
        this.atNanos = atNanos;
    }

    static LivePicture of(String jpegBase64, long atNanos) {
        return new LivePicture(jpegBase64, atNanos);
    }

    public byte[] jpeg() {
        return Base64.getDecoder().decode(jpegBase64);
    }

    public boolean isYoungerThan(long nanos, long nowNanos) {
        return !jpegBase64.isEmpty() && nowNanos - atNanos < nanos;
    }
}
