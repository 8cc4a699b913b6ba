package net.ratonet.relay.account;

import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// Reads and checks the body of a registration.
public final class RegistrationCodec {

    private RegistrationCodec() {}

    public static Decoded<Registration> decode(ObjectNode body) {
        var in = new JsonFields(body);
        return in.finish(() ->
                new Registration(
                        ProfileFields.name(in),
                        ProfileFields.email(in),
                        ProfileFields.avatarUrl(
                                in, in.text("avatar_url", ProfileFields.LONGEST_URL, "")),
                        ProfileFields.color(in, in.text("color", 16, Registration.DEFAULT_COLOR)),
                        ProfileFields.socials(in)));
    }
}
