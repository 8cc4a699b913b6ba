package net.ratonet.relay.ingest.srt.wire;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Handshakes as callers send them.
public final class Handshakes {

    public static final InetAddress HOST = InetAddress.ofLiteral("192.0.2.7");

    private static final FlowTerms TERMS = new FlowTerms(0x1234_5678, 1_500, 8_192);

    private Handshakes() {}

    public static Handshake induction(int socketId) {
        return new Handshake(0, 4, 0, 2, TERMS, Handshake.INDUCTION, socketId, 0, List.of());
    }

    public static Handshake conclusion(
            int socketId, int cookie, String streamId, HandshakeExtension... more) {
        var extensions = new ArrayList<HandshakeExtension>();
        extensions.add(
                new HandshakeExtension(HandshakeExtension.HSREQ, hex("00010501000000bf01f401f4")));
        extensions.add(new HandshakeExtension(HandshakeExtension.STREAM_ID, turned(streamId)));
        extensions.addAll(List.of(more));
        return new Handshake(0, 5, 0, 5, TERMS, Handshake.CONCLUSION, socketId, cookie, extensions);
    }

    public static ByteBuffer packet(Handshake handshake) {
        return HandshakeCodec.write(handshake, HOST, 0);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static byte[] turned(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var words = new byte[(bytes.length + 3) / 4 * 4];
        for (var i = 0; i < bytes.length; i++) {
            words[i ^ 3] = bytes[i];
        }
        return words;
    }
}
