package net.ratonet.relay.output.rtmp;

/// Where an output goes from here, and what is to be done.
record OutputStep(OutputState next, Action action) {

    enum Action {
        NOTHING,
        CONNECT,
        DISCONNECT
    }

    static OutputStep to(OutputState next) {
        return new OutputStep(next, Action.NOTHING);
    }
}
