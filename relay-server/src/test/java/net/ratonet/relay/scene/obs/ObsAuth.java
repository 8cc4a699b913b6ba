package net.ratonet.relay.scene.obs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The answer that obs-websocket 5 expects to its challenge.
final class ObsAuth {

    private ObsAuth() {}

    static String answer(String password, String salt, String challenge) {
        return hash(hash(password + salt) + challenge);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder()
                    .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
