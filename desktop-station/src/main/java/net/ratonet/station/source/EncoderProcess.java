package net.ratonet.station.source;

/// A running encoder. Its words and its end arrive as events.
public interface EncoderProcess {

    /// Passes a command on; if the process is gone, its end is already on the way as an event.
    void send(EncoderCommand command);

    void kill();
}
