package net.ratonet.relay.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The fields of a profile that its owner wants to change; an absent one stays as it is.
public record ProfileChange(
        Optional<String> name,
        Optional<String> avatarUrl,
        Optional<String> color,
        Optional<List<String>> socials) {

    public ProfileChange {
        socials = socials.map(List::copyOf);
    }

    /// The wire names of the fields that are present.
    public List<String> fields() {
        var fields = new ArrayList<String>();
        name.ifPresent(_ -> fields.add("name"));
        avatarUrl.ifPresent(_ -> fields.add("avatar_url"));
        color.ifPresent(_ -> fields.add("color"));
        socials.ifPresent(_ -> fields.add("socials"));
        return List.copyOf(fields);
    }
}
