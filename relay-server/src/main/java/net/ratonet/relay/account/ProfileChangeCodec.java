package net.ratonet.relay.account;

import java.util.Optional;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// Reads and checks the fields of a profile that are to change. Whether there are any is for the
/// caller to see: [ProfileChange#fields].
public final class ProfileChangeCodec {

    private ProfileChangeCodec() {}

    public static Decoded<ProfileChange> decode(ObjectNode body) {
        var in = new JsonFields(body);
        return in.finish(() ->
                new ProfileChange(
                        in.has("name") ? Optional.of(ProfileFields.name(in)) : Optional.empty(),
                        in.optionalText("avatar_url", ProfileFields.LONGEST_URL)
                                .map(url -> ProfileFields.avatarUrl(in, url)),
                        in.optionalText("color", 16).map(color -> ProfileFields.color(in, color)),
                        in.has("socials")
                                ? Optional.of(ProfileFields.socials(in))
                                : Optional.empty()));
    }
}
