package net.ratonet.relay.scene.obs;

import net.ratonet.relay.address.AddressKind;

/// How far the relay goes to reach an OBS, by who has named its address.
public enum ObsReach {
    /// The operator chose the address.
    ANYWHERE,
    /// A streamer chose it, and the operator lets streamers into the relay's own networks.
    PUBLIC_AND_PRIVATE,
    /// A streamer chose it.
    PUBLIC_ONLY;

    boolean includes(AddressKind kind) {
        return switch (this) {
            case ANYWHERE -> true;
            case PUBLIC_AND_PRIVATE -> kind != AddressKind.FORBIDDEN;
            case PUBLIC_ONLY -> kind == AddressKind.PUBLIC;
        };
    }
}
