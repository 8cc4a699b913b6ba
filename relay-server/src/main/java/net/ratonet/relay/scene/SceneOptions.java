package net.ratonet.relay.scene;

/// What the director may do.
///
/// @param automatic whether it may switch at all
/// @param onlyWhenStreaming whether it leaves an OBS alone that is not on air
/// @param instantRecover whether the way back from BRB skips delay and confirmation
/// @param leaveStarting whether the starting scene gives way to live once a signal is there
public record SceneOptions(
        boolean automatic,
        boolean onlyWhenStreaming,
        boolean instantRecover,
        boolean leaveStarting) {

    public static final SceneOptions DEFAULT = new SceneOptions(true, false, false, false);
}
