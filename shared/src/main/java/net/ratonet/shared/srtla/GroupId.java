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
        var completed = random(random);
        System.arraycopy(bytes, 0, completed.bytes, 0, HALF);
        return completed;
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
