package net.ratonet.relay.ingest.srt;

import java.nio.ByteBuffer;
import net.ratonet.relay.ingest.srt.wire.Handshake;
import net.ratonet.relay.ingest.srt.wire.KeyLock;
import net.ratonet.relay.ingest.srt.wire.KeyMaterial;
import net.ratonet.relay.ingest.srt.wire.PayloadCipher;
import net.ratonet.relay.ingest.srt.wire.PayloadKeys;
import net.ratonet.shared.srt.SrtPacket;
import org.jspecify.annotations.Nullable;

/// The encryption of one call, which ends here: behind the gateway all is in clear. Owned by the
/// loop's thread.
final class CallSecurity {

    private final @Nullable Secret secret;

    private CallSecurity(@Nullable Secret secret) {
        this.secret = secret;
    }

    static CallSecurity none() {
        return new CallSecurity(null);
    }

    static CallSecurity of(KeyLock lock, KeyMaterial material, PayloadKeys keys) {
        var cipher = new PayloadCipher();
        cipher.use(keys);
        return new CallSecurity(new Secret(lock, material, cipher));
    }

    /// For the log.
    String describe() {
        return secret == null
                ? "not encrypted"
                : "AES-%d".formatted(8 * secret.material().keyLength());
    }

    /// False when the peer's data packet is of no use.
    boolean fromPeer(ByteBuffer data) {
        return secret == null
                ? SrtPacket.encryption(data) == SrtPacket.CLEAR
                : secret.cipher().decrypt(data);
    }

    boolean toPeer(ByteBuffer data) {
        return secret == null || secret.cipher().encrypt(data);
    }

    Handshake toPeer(Handshake answer) {
        return secret == null ? answer : answer.secured(secret.material());
    }

    /// Takes new keys, and is true when they are to be confirmed. With keys that cannot be opened
    /// the peer asks again, and in the end stops.
    boolean refresh(byte[] message) {
        if (secret == null) {
            return false;
        }
        var keys =
                KeyMaterial.read(message)
                        .filter(KeyMaterial::isAesCtr)
                        .flatMap(secret.lock()::open);
        keys.ifPresent(secret.cipher()::use);
        return keys.isPresent();
    }

    private record Secret(KeyLock lock, KeyMaterial material, PayloadCipher cipher) {}
}
