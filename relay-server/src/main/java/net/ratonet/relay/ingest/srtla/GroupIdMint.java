package net.ratonet.relay.ingest.srtla;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.ratonet.shared.srtla.GroupId;

/// Makes group ids that it recognises later without remembering them, so that those who only ask
/// for a group cost no memory. The receiver's half is a mark of the asker's address and half, and a
/// seal over both halves: nobody else can get or guess it, and the same asker gets the same again.
/// For one thread.
final class GroupIdMint {

    private static final String ALGORITHM = "HmacSHA512";
    private static final int SIGNATURE = 64;

    private final Mac mac;

    /// Ids of another mint mean nothing to it.
    ///
    /// @param random a secure one
    GroupIdMint(RandomGenerator random) {
        var secret = new byte[SIGNATURE];
        random.nextBytes(secret);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }

    GroupId mint(GroupId asked, InetSocketAddress from) {
        var half = asked.senderHalf();
        mac.update(from.getAddress().getAddress());
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(from.getPort()).flip());
        var mark = mac.doFinal(half);
        var receiverHalf = ByteBuffer.allocate(2 * SIGNATURE).put(mark).put(seal(half, mark));
        return asked.withReceiverHalf(receiverHalf.array());
    }

    boolean isOurs(GroupId id) {
        var half = id.receiverHalf();
        var mark = Arrays.copyOf(half, SIGNATURE);
        var claimed = Arrays.copyOfRange(half, SIGNATURE, half.length);
        return MessageDigest.isEqual(claimed, seal(id.senderHalf(), mark));
    }

    private byte[] seal(byte[] senderHalf, byte[] mark) {
        mac.update(senderHalf);
        return mac.doFinal(mark);
    }
}
