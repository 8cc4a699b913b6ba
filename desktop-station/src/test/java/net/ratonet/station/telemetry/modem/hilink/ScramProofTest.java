package net.ratonet.station.telemetry.modem.hilink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScramProofTest {

    /// Worked out with another program's hash functions.
    @Test
    void answersAChallenge() {
        var nonce = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

        var proof =
                ScramProof.of(
                        "Segredo-123",
                        "b7a1c0ffee00112233445566778899aabbccddeeff0011223344556677889900",
                        100,
                        nonce,
                        nonce + "Qx7LrZ2vKp9TbN4mWc1Yd8Hs5Jf0Ga3E");

        assertThat(proof)
                .isEqualTo("3db47925b01afb717630d2f48baca081c12b7a568550e857e0ec2fc6cd9de454");
    }

    @Test
    void hashesAPasswordForOneToken() {
        assertThat(HashedPassword.of("admin", "Segredo-123", "t1"))
                .isEqualTo(
                        "MmIxOTgyMjFiZWQzZDUzMmIyMDI2NzVkMWE0NmIxYzQ5YTIyZjk3NTM3NWUzMTMxMzM4ZWRlMjNk"
                            + "ODkxMzk0Nw==");
        assertThat(HashedPassword.of("admin", "Segredo-123", "t2"))
                .isNotEqualTo(HashedPassword.of("admin", "Segredo-123", "t1"));
    }
}
