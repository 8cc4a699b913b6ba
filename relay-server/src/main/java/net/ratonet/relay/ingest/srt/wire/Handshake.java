package net.ratonet.relay.ingest.srt.wire;

import static net.ratonet.relay.ingest.srt.wire.HandshakeExtension.RECEIVER_LATENCY_AT;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// An SRT handshake packet.
///
/// @param destination the receiver's socket id; 0 for whoever listens
/// @param encryption length of the key in 8 bytes, 0 for none
/// @param features meaning depends on the type: a magic number, or which extensions follow
/// @param type one of the constants, or the code of a rejection
/// @param socketId the sender's
public record Handshake(
        int destination,
        int version,
        int encryption,
        int features,
        FlowTerms terms,
        int type,
        int socketId,
        int cookie,
        List<HandshakeExtension> extensions) {

    public static final int INDUCTION = 1;
    public static final int CONCLUSION = -1;

    /// What a listener of version 5 writes into `features` of its answer to an induction.
    public static final int MAGIC = 0x4A17;

    public static final int HAS_KEY_MATERIAL = 2;

    private static final int LEAST_REJECTION = 1_000;

    public Handshake {
        extensions = List.copyOf(extensions);
    }

    public boolean isInduction() {
        return type == INDUCTION;
    }

    public boolean isConclusion() {
        return type == CONCLUSION;
    }

    public boolean isRejection() {
        return type >= LEAST_REJECTION;
    }

    public Optional<HandshakeExtension> extension(int wanted) {
        return extensions.stream().filter(one -> one.type() == wanted).findFirst();
    }

    /// The Stream ID, whose bytes stand on the wire in words turned round.
    public Optional<String> streamId() {
        return extension(HandshakeExtension.STREAM_ID)
                .map(HandshakeExtension::content)
                .map(Handshake::turnedRound);
    }

    /// How long the sender of this answer waits for lost packets; zero when it does not say.
    public Duration receiverLatency() {
        return extension(HandshakeExtension.HSRSP)
                .map(HandshakeExtension::content)
                .filter(content -> content.length >= RECEIVER_LATENCY_AT + Short.BYTES)
                .map(content -> ByteBuffer.wrap(content).getShort(RECEIVER_LATENCY_AT))
                .map(millis -> Duration.ofMillis(Short.toUnsignedInt(millis)))
                .orElse(Duration.ZERO);
    }

    /// What a listener answers to this induction.
    public Handshake greeted(int ownCookie) {
        return new Handshake(
                socketId, 5, 0, MAGIC, terms, INDUCTION, socketId, ownCookie, List.of());
    }

    /// The induction that this conclusion must have been preceded by.
    public Handshake asInduction() {
        return new Handshake(0, 4, 0, 2, terms, INDUCTION, socketId, 0, List.of());
    }

    public Handshake rejected(Rejection why) {
        return new Handshake(
                socketId, 5, 0, 0, terms, why.onTheWire(), socketId, cookie, List.of());
    }

    public Handshake withCookie(int other) {
        return new Handshake(
                destination,
                version,
                encryption,
                features,
                terms,
                type,
                socketId,
                other,
                extensions);
    }

    /// The same, for a listener without encryption.
    public Handshake inClear() {
        return withExtensions(
                0,
                features & ~HAS_KEY_MATERIAL,
                without(one -> one.type() == HandshakeExtension.KMREQ));
    }

    /// The same wish, in which each side waits at least so long for lost packets.
    public Handshake withLeastLatency(Duration least) {
        var all = extensions.stream().map(one -> one.withLeastLatency(least)).toList();
        return withExtensions(encryption, features, all);
    }

    /// The same answer, with the key material agreed to.
    public Handshake secured(KeyMaterial material) {
        var all = without(one -> one.type() == HandshakeExtension.KMRSP);
        all.add(new HandshakeExtension(HandshakeExtension.KMRSP, material.bytes()));
        return withExtensions(material.keyLength() / 8, features | HAS_KEY_MATERIAL, all);
    }

    private Handshake withExtensions(
            int newEncryption, int newFeatures, List<HandshakeExtension> newExtensions) {
        return new Handshake(
                destination,
                version,
                newEncryption,
                newFeatures,
                terms,
                type,
                socketId,
                cookie,
                newExtensions);
    }

    private ArrayList<HandshakeExtension> without(Predicate<HandshakeExtension> unwanted) {
        var rest = new ArrayList<>(extensions);
        rest.removeIf(unwanted);
        return rest;
    }

    private static String turnedRound(byte[] words) {
        var text = new byte[words.length];
        for (var i = 0; i < words.length; i++) {
            text[i] = words[i ^ 3];
        }
        var length = text.length;
        while (length > 0 && text[length - 1] == 0) {
            length--;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }
}
