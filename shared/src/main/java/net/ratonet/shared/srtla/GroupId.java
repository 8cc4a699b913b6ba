package net.ratonet.shared.srtla;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Names a group of links; the first half is of the sender's choice, the second of the receiver's.
/// Whoever knows it may join, so it is compared in constant time and never shown.
public final class GroupId {

    public static final int LENGTH = 256;

    private static final int HALF = LENGTH / 2;

    private final byte[] bytes;

    private GroupId(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A new one that nobody can guess.
    ///
    /// @param random a secure one
    public static GroupId random(RandomGenerator random) {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new GroupId(bytes);
    }

    /// The receiver's answer: the sender's half as it is, the other anew.
    ///
    /// @param random a secure one
    public GroupId completedBy(RandomGenerator random) {
        return withReceiverHalf(random(random).senderHalf());
    }

    /// The sender's half as it is, with this one of the receiver's.
    public GroupId withReceiverHalf(byte[] half) {
        if (half.length != HALF) {
            throw new IllegalArgumentException("half an id has " + HALF + " bytes");
        }
        var completed = Arrays.copyOf(bytes, LENGTH);
        System.arraycopy(half, 0, completed, HALF, HALF);
        return new GroupId(completed);
    }

    public byte[] senderHalf() {
        return Arrays.copyOf(bytes, HALF);
    }

    public byte[] receiverHalf() {
        return Arrays.copyOfRange(bytes, HALF, LENGTH);
    }

    /// Whether a receiver's id was made from the one that we sent.
    public boolean completes(GroupId asked) {
        return MessageDigest.isEqual(Arrays.copyOf(bytes, HALF), Arrays.copyOf(asked.bytes, HALF));
    }

    static GroupId read(ByteBuffer from, int index) {
        var bytes = new byte[LENGTH];
        from.get(index, bytes);
        return new GroupId(bytes);
    }

    void write(ByteBuffer into) {
        into.put(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupId id && MessageDigest.isEqual(bytes, id.bytes);
    }

    /// Of the receiver's half: a sender cannot make many ids that fall on one place of its map.
    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes, HALF, Integer.BYTES).getInt();
    }

    @Override
    public String toString() {
        return "GroupId[hidden]";
    }
}
