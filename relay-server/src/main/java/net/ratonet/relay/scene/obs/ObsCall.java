package net.ratonet.relay.scene.obs;

/// One order for a connected OBS.
@FunctionalInterface
interface ObsCall {

    void on(ObsConnection connection) throws ObsRefusedException, ObsUnreachableException;
}
