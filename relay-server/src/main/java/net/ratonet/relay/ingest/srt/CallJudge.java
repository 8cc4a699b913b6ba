package net.ratonet.relay.ingest.srt;

import java.util.List;
import java.util.Optional;
import net.ratonet.relay.ingest.srt.wire.Handshake;
import net.ratonet.relay.ingest.srt.wire.HandshakeExtension;
import net.ratonet.relay.ingest.srt.wire.KeyLock;
import net.ratonet.relay.ingest.srt.wire.KeyMaterial;
import net.ratonet.relay.ingest.srt.wire.Rejection;
import net.ratonet.relay.ingest.srt.wire.StreamId;
import net.ratonet.relay.ingest.srt.wire.StreamIdCodec;
import net.ratonet.relay.ingest.srt.wire.Wish;
import net.ratonet.relay.session.KeyRing;
import net.ratonet.relay.session.PublishRight;

/// Decides by a caller's conclusion whether it may publish or play. Knows nothing of who else does.
final class CallJudge {

    private static final int LEAST_VERSION = 5;
    private static final int MASK_AFTER = 2;

    private final KeyRing keys;

    CallJudge(KeyRing keys) {
        this.keys = keys;
    }

    CallVerdict judge(Handshake conclusion) {
        if (conclusion.version() < LEAST_VERSION) {
            return refused(
                    Rejection.VERSION,
                    "speaks SRT older than 1.3, which has no stream id: update the encoder");
        }
        return switch (StreamIdCodec.read(conclusion.streamId().orElse(""))) {
            case StreamId.Missing() ->
                    refused(
                            Rejection.UNAUTHORIZED,
                            "gives no stream id: set it to publish/live/KEY or play/live/KEY");
            case StreamId.Unclear(var why) ->
                    refused(Rejection.BAD_REQUEST, "gives a stream id that " + why);
            case StreamId.Asked(var wishes) -> judge(wishes, conclusion);
        };
    }

    private CallVerdict judge(List<Wish> wishes, Handshake conclusion) {
        return wishes.stream()
                .flatMap(wish -> granted(wish, conclusion).stream())
                .findFirst()
                .orElseGet(() -> unknown(wishes.getFirst()));
    }

    private Optional<CallVerdict> granted(Wish wish, Handshake conclusion) {
        return switch (wish.purpose()) {
            case PUBLISH -> keys.publish(wish.key()).map(right -> publishes(right, conclusion));
            case PLAY ->
                    keys.play(wish.key())
                            .map(right ->
                                    secured(
                                            conclusion,
                                            right.passphrase(),
                                            security -> new CallVerdict.Plays(right, security)));
        };
    }

    private static CallVerdict publishes(PublishRight right, Handshake conclusion) {
        return right.encryptedOnly() && right.passphrase().isEmpty()
                ? refused(
                        Rejection.UNSECURE,
                        "is to encrypt, but no passphrase is set here: set one, and the same in the"
                                + " encoder")
                : secured(
                        conclusion,
                        right.passphrase(),
                        security -> new CallVerdict.Publishes(right, security));
    }

    private static CallVerdict secured(
            Handshake conclusion, Optional<String> passphrase, Granting granting) {
        var message = conclusion.extension(HandshakeExtension.KMREQ);
        if (message.isEmpty()) {
            return passphrase.isEmpty()
                    ? granting.with(CallSecurity.none())
                    : refused(
                            Rejection.UNSECURE,
                            "does not encrypt, but a passphrase is set: enter it in the encoder or"
                                    + " player");
        }
        if (passphrase.isEmpty()) {
            return refused(
                    Rejection.UNSECURE,
                    "encrypts with a passphrase, but none is set here: set the same one, or none");
        }
        return message.flatMap(one -> KeyMaterial.read(one.content()))
                .filter(KeyMaterial::isAesCtr)
                .map(material -> unlocked(material, new KeyLock(passphrase.get()), granting))
                .orElseGet(() ->
                        refused(
                                Rejection.CRYPTO,
                                "encrypts in a way that is not AES-CTR: choose AES-CTR"));
    }

    private static CallVerdict unlocked(KeyMaterial material, KeyLock lock, Granting granting) {
        return lock.open(material)
                .map(keys -> granting.with(CallSecurity.of(lock, material, keys)))
                .orElseGet(() ->
                        refused(
                                Rejection.BAD_SECRET,
                                "encrypts with another passphrase than the one that is set"));
    }

    private static CallVerdict unknown(Wish wish) {
        return switch (wish.purpose()) {
            case PUBLISH ->
                    refused(
                            Rejection.FORBIDDEN,
                            "publishes with a key that is nobody's: %s".formatted(masked(wish)));
            case PLAY ->
                    refused(
                            Rejection.NOT_FOUND,
                            "plays with a token that is nobody's: %s".formatted(masked(wish)));
        };
    }

    private static String masked(Wish wish) {
        var shown = wish.key().length() > 4 * MASK_AFTER ? MASK_AFTER : 0;
        return wish.key().substring(0, shown) + "***";
    }

    private static CallVerdict refused(Rejection code, String why) {
        return new CallVerdict.Refused(code, why);
    }

    @FunctionalInterface
    private interface Granting {
        CallVerdict with(CallSecurity security);
    }
}
