package net.ratonet.relay.scene.obs;

import net.ratonet.relay.scene.ObsSettings;

/// An OBS to connect to, and how far the relay may go for it.
public record ObsTarget(ObsSettings settings, ObsReach reach) {

    public static ObsTarget ofOperator(ObsSettings settings) {
        return new ObsTarget(settings, ObsReach.ANYWHERE);
    }

    /// An OBS whose address a streamer has named.
    ///
    /// @param privateHosts whether the operator lets streamers into the relay's own networks
    public static ObsTarget ofStreamer(ObsSettings settings, boolean privateHosts) {
        return new ObsTarget(
                settings, privateHosts ? ObsReach.PUBLIC_AND_PRIVATE : ObsReach.PUBLIC_ONLY);
    }
}
