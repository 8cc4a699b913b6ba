package net.ratonet.relay.web.live;

/// The way to one connected station. Never waits: the station may not be reading.
@FunctionalInterface
interface StationLine {

    /// Hands the text over.
    ///
    /// @param failed is told, on any thread, when the text could not be sent
    void send(String text, Runnable failed);
}
