package net.ratonet.relay.address;

import java.net.InetAddress;
import java.util.Arrays;

/// A range of addresses, such as `10.0.0.0/8`.
record Network(InetAddress first, int bits) {

    static Network of(String text) {
        var parts = text.split("/", 2);
        return new Network(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean contains(InetAddress address) {
        var mine = first.getAddress();
        var other = address.getAddress();
        return mine.length == other.length
                && Arrays.mismatch(mine, 0, bits / 8, other, 0, bits / 8) < 0
                && (bits % 8 == 0 || (mine[bits / 8] ^ other[bits / 8]) >> (8 - bits % 8) == 0);
    }
}
