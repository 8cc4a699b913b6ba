package net.ratonet.station.source;

import java.util.List;

/// What follows from an event: the next state and what to do.
public record EncoderStep(EncoderState next, List<EncoderAction> actions) {

    public EncoderStep {
        actions = List.copyOf(actions);
    }

    static EncoderStep to(EncoderState next, EncoderAction... actions) {
        return new EncoderStep(next, List.of(actions));
    }
}
