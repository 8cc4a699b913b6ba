package net.ratonet.station.source;

/// What the supervisor is to do after a step.
public sealed interface EncoderAction {

    record Launch(EncoderJob job) implements EncoderAction {}

    record Send(EncoderCommand command) implements EncoderAction {}

    record Kill() implements EncoderAction {}
}
