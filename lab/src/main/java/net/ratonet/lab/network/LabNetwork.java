package net.ratonet.lab.network;

import java.io.IOException;
import java.util.List;

/// The bad network of a run: what the bond is started with, and what can be done to its links.
public interface LabNetwork extends AutoCloseable {

    /// Where the bond sends to, as `host:port`.
    String target() throws IOException;

    /// What stands in front of the bond's command line; empty for nothing.
    List<String> prefix();

    /// Source addresses of the modems, in the order of the links.
    List<String> modems();

    void change(int link, LinkConditions now) throws IOException;

    /// The relay sees the link come from another port from now on.
    void rebind(int link) throws IOException;

    @Override
    void close() throws IOException;
}
