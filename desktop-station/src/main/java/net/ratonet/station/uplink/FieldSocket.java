package net.ratonet.station.uplink;

import java.io.IOException;

/// One open connection to the relay. Used by the uplink's thread alone.
interface FieldSocket {

    /// Waits until the text is handed to the system, but not for ever.
    void send(String text) throws IOException;

    /// Asks for a sign of life that carries the mark back.
    void ping(long mark) throws IOException;

    /// Says good-bye if that takes no time.
    void close();

    void abort();
}
