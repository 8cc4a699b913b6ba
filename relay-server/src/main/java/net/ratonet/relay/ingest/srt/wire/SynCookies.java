package net.ratonet.relay.ingest.srt.wire;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Lets a caller prove that it is where it says, before anything about it is remembered. For one
/// thread.
public final class SynCookies {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /// Has a secret of its own.
    ///
    /// @param random must not be guessed by callers
    public SynCookies(RandomGenerator random) {
        var secret = new byte[32];
        random.nextBytes(secret);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    public int issue(InetSocketAddress caller, long nowNanos) {
        return cookie(caller, minute(nowNanos));
    }

    /// True for a cookie of this minute or the last, from the same address.
    public boolean accepts(int cookie, InetSocketAddress caller, long nowNanos) {
        var minute = minute(nowNanos);
        return cookie == cookie(caller, minute) || cookie == cookie(caller, minute - 1);
    }

    private int cookie(InetSocketAddress caller, long minute) {
        mac.update(caller.getAddress().getAddress());
        mac.update(
                ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                        .putInt(caller.getPort())
                        .putLong(minute)
                        .flip());
        return ByteBuffer.wrap(mac.doFinal()).getInt();
    }

    private static long minute(long nowNanos) {
        return Math.floorDiv(nowNanos, TimeUnit.MINUTES.toNanos(1));
    }
}
