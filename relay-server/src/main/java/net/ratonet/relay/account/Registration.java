package net.ratonet.relay.account;

import java.util.List;

/// What a new streamer tells about themselves; made by [RegistrationCodec] from a request.
public record Registration(
        String name, String email, String avatarUrl, String color, List<String> socials) {

    public static final String DEFAULT_COLOR = "#ff6600";

    public Registration {
        socials = List.copyOf(socials);
    }

    @Override
    public String toString() {
        return "Registration[%s]".formatted(name);
    }
}
