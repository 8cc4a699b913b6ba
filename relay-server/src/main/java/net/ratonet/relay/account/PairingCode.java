package net.ratonet.relay.account;

import java.time.Instant;

/// A code that is exchanged once for a fresh API key; readable only at this moment.
public record PairingCode(String code, Instant expiresAt) {

    @Override
    public String toString() {
        return "PairingCode[until " + expiresAt + "]";
    }
}
