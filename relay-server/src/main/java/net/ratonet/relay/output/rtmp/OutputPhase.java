package net.ratonet.relay.output.rtmp;

/// How an output stands, in one word for the API.
public enum OutputPhase {
    STOPPED,
    /// Wanted, but nothing is on air.
    IDLE,
    CONNECTING,
    LIVE,
    /// Between two tries.
    WAITING;

    static OutputPhase of(OutputState state) {
        return switch (state) {
            case OutputState.Stopped _ -> STOPPED;
            case OutputState.Idle _ -> IDLE;
            case OutputState.Connecting _ -> CONNECTING;
            case OutputState.Live _ -> LIVE;
            case OutputState.Waiting _ -> WAITING;
        };
    }
}
